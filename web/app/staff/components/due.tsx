/** A due date in words, with its exact time; readable without colour. */

import type { TaskRow } from '../../../../engine/runtime/api.ts';
import { dateTime } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { Icon } from './icons.tsx';

export function Due({ row }: { row: Pick<TaskRow, 'dueAt' | 'dueState' | 'remaining'> }) {
  const t = useT(staff);
  const locale = useLocale();
  if (!row.dueAt || row.dueState === 'none') return <span className="sf-due sf-due--none">{t('noDue')}</span>;
  const words = row.remaining ? pick(row.remaining, locale) : t(`due.${row.dueState}`);
  return (
    <span className={`sf-due sf-due--${row.dueState}`}>
      {row.dueState === 'ok' ? null : <Icon name={row.dueState === 'late' ? 'late' : 'clock'} />}
      <span className="sf-due__words">{words}</span>
      <time className="sf-due__at" dateTime={row.dueAt.toISOString()}>
        {dateTime(row.dueAt)}
      </time>
    </span>
  );
}
