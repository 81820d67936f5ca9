/** One row of a list: 40 px high, one line where there is room, two where the work stands beside it. */
import { Link } from 'react-router';
import type { TaskRow as Row } from '../../../../engine/runtime/api.ts';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { Due } from './due.tsx';

export function TaskRow({ row, to, current }: { row: Row; to: string; current: boolean }) {
  const t = useT(staff);
  const locale = useLocale();
  return (
    <li className="sf-rows__item">
      <Link
        to={to}
        className={row.unread ? 'sf-row sf-row--unread' : 'sf-row'}
        aria-current={current ? 'true' : undefined}
        data-task={row.id}
        preventScrollReset
      >
        <span className="sf-row__mark">
          {row.unread ? <span className="mc-hidden">{t('unread')}. </span> : null}
        </span>
        <span className="sf-row__name">
          {row.applicantName}
          {row.subject ? <span className="sf-row__subject"> · {row.subject}</span> : null}
        </span>
        <span className="sf-row__step">
          {pick(row.stepName, locale)}
          {row.supplemented ? (
            <span className="sf-chip sf-chip--supplemented">{t('supplemented')}</span>
          ) : null}
        </span>
        <span className="sf-row__procedure">{pick(row.procedureName, locale)}</span>
        <span className="sf-row__code">{row.code ?? row.reference}</span>
        <span className="sf-row__holder">{row.assigneeName ?? t('nobody')}</span>
        <span className="sf-row__due">
          <Due row={row} />
        </span>
      </Link>
    </li>
  );
}
