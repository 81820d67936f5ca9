/** What happened, newest first, with who and when; what the applicant sees is marked. */
import type { TimelineEntry } from '../../../../engine/runtime/api.ts';
import { dateTime } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useT(staff);
  const locale = useLocale();
  return (
    <ol className="sf-timeline">
      {[...entries].reverse().map((entry) => (
        <li
          key={entry.seq}
          className={entry.public ? 'sf-timeline__item' : 'sf-timeline__item sf-timeline__item--internal'}
        >
          <p className="sf-timeline__title">
            {pick(entry.title, locale)}
            {entry.public ? null : <span className="sf-chip">{t('internal')}</span>}
          </p>
          {entry.detail ? <p className="sf-timeline__detail">{pick(entry.detail, locale)}</p> : null}
          <p className="mc-hint">
            <time dateTime={entry.at.toISOString()}>{dateTime(entry.at)}</time> ·{' '}
            {entry.actorKind === 'system' ? t('system') : entry.who}
          </p>
        </li>
      ))}
    </ol>
  );
}
