/** Why a due date is what it is, step by step. */
import type { DueDate } from '../../../engine/calendar/types.ts';
import { dateTime } from '../i18n/format.ts';
import { tracking } from '../i18n/tracking.ts';
import { pick } from '../i18n/translate.ts';
import { useLocale, useT } from '../i18n/use-locale.ts';

export function DueExplanation({ due }: { due: DueDate }) {
  const t = useT(tracking);
  const locale = useLocale();
  return (
    <details className="mc-details">
      <summary>{t('why')}</summary>
      <ol className="mc-steps">
        {due.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps are an argument in order and never change places
          <li key={i}>{pick(step.text, locale)}</li>
        ))}
      </ol>
      {due.original.getTime() === due.due.getTime() ? null : (
        <p>{t('originalDue', { date: dateTime(due.original) })}</p>
      )}
    </details>
  );
}
