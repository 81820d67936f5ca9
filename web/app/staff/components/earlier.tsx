/** What was decided and written in the steps before: the examiner's opinion, why something was sent back, the applicant's words. */
import { ReviewList } from '../../../../forms/render/index.ts';
import { dateTime } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { documentHref } from '../inbox-query.ts';
import type { EarlierWork } from '../server/task-page.server.ts';

export function Earlier({ work, open }: { work: readonly EarlierWork[]; open: boolean }) {
  const t = useT(staff);
  const locale = useLocale();
  if (work.length === 0) return null;
  return (
    <details className="sf-fold" open={open}>
      <summary>{t('earlier')}</summary>
      {[...work].reverse().map((one) => (
        <section key={one.elementId} className="sf-earlier">
          <h3 className="sf-earlier__title">
            {pick(one.stepName, locale)}
            {one.decision ? `: ${pick(one.decision, locale)}` : null}
          </h3>
          <p className="mc-hint">
            {one.who} · <time dateTime={one.at.toISOString()}>{dateTime(one.at)}</time>
          </p>
          {one.words ? <p className="sf-earlier__words">{pick(one.words, locale)}</p> : null}
          {one.form ? (
            <ReviewList
              form={one.form}
              data={one.data}
              locale={locale}
              level={3}
              filledOnly
              titles={false}
              fileHref={(ref) => documentHref(ref.id)}
            />
          ) : null}
        </section>
      ))}
    </details>
  );
}
