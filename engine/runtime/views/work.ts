/** What was decided and written in finished tasks, for those who decide after them. */
import type { DoneWork } from '../api.ts';
import { reasonsText } from '../events/timeline.ts';
import type { RecordedEvent } from '../events/types.ts';
import type { ProcedurePackage } from '../package/schema.ts';

export interface WorkSource {
  readonly package: ProcedurePackage;
  /** Form.io JSON by key. */
  readonly form: (key: string) => unknown;
}

/**
 * Newest entry of each step, in the order of the steps' last doing. Of the applicant's tasks only what the application
 * does not show: his words, and entries it has no place for. Tasks without entries and words are left out.
 */
export function workDone(events: readonly RecordedEvent[], source: WorkSource): DoneWork[] {
  const newest = new Map<string, DoneWork>();
  let declared: Readonly<Record<string, unknown>> = {};
  for (const event of events) {
    if (event.type === 'dossier.submitted') declared = event.data.data;
    if (event.type !== 'task.done') continue;
    const { elementId, action } = event.data;
    const task = source.package.tasks[elementId];
    if (!task) continue;
    const entries = Object.entries(event.data.data);
    const data = Object.fromEntries(
      event.actor.kind === 'official' ? entries : entries.filter(([key]) => !(key in declared)),
    );
    const words = reasonsText(source.package, event.data);
    const form = task.form === undefined ? undefined : source.form(task.form);
    const filled = form !== undefined && Object.keys(data).length > 0;
    if (!filled && !words) continue;
    newest.delete(elementId);
    newest.set(elementId, {
      elementId,
      stepName: task.name,
      decision: task.actions.find(({ id }) => id === action)?.label ?? null,
      words,
      who: event.actor.name,
      at: new Date(event.at),
      form: filled ? form : null,
      data,
    });
  }
  return [...newest.values()];
}
