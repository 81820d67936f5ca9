/** Progress over the milestones and the vertical timeline of what happened. */
import type { TimelineEntry, TrackingView } from '../../../engine/runtime/api.ts';
import { dateTime } from '../i18n/format.ts';
import { tracking } from '../i18n/tracking.ts';
import { pick } from '../i18n/translate.ts';
import { useLocale, useT } from '../i18n/use-locale.ts';

/** A dossier that is sent but not yet on its way stands at the first milestone. */
export function Progress({ milestones: given }: { milestones: TrackingView['milestones'] }) {
  const waiting = given.every((milestone) => milestone.state === 'ahead');
  const milestones = given.map((milestone, index) =>
    waiting && index === 0 ? { ...milestone, state: 'current' as const } : milestone,
  );
  const t = useT(tracking);
  const locale = useLocale();
  return (
    <ol className="mc-progress" aria-label={t('progress')}>
      {milestones.map((milestone) => (
        <li
          key={milestone.label.vi}
          data-state={milestone.state}
          aria-current={milestone.state === 'current' ? 'step' : undefined}
        >
          {pick(milestone.label, locale)} <span className="mc-hidden">({t(`state.${milestone.state}`)})</span>
          {milestone.at ? <time dateTime={milestone.at.toISOString()}> {dateTime(milestone.at)}</time> : null}
        </li>
      ))}
    </ol>
  );
}

/** Told elsewhere on the page: steps by the milestones, papers by their list. */
const elsewhere = ['task.opened', 'document.created'];

/** Newest first: that is what a reader comes back for. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const locale = useLocale();
  return (
    <ol className="mc-timeline" reversed>
      {entries
        .filter((entry) => !elsewhere.includes(entry.type))
        .toReversed()
        .map((entry) => (
          <li key={entry.seq}>
            <p className="mc-timeline__when">
              <time dateTime={entry.at.toISOString()}>{dateTime(entry.at)}</time>
              {entry.actorKind === 'system' ? null : ` · ${entry.who}`}
            </p>
            <p className="mc-timeline__what">{pick(entry.title, locale)}</p>
            {entry.detail ? <p>{pick(entry.detail, locale)}</p> : null}
          </li>
        ))}
    </ol>
  );
}
