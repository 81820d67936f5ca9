/** What officials wrote in finished tasks, for those who decide after them. */
import type { DoneWork } from '../api.ts';
import type { RecordedEvent } from '../events/types.ts';
import type { ProcedurePackage } from '../package/schema.ts';

export interface WorkSource {
  readonly package: ProcedurePackage;
  /** Form.io JSON by key. */
  readonly forms: Readonly<Record<string, unknown>>;
}

/** Newest entry of each step, in the order of the steps' last doing. Tasks without a form or without entries are left out. */
export function workDone(events: readonly RecordedEvent[], source: WorkSource): DoneWork[] {
  const newest = new Map<string, DoneWork>();
  for (const event of events) {
    if (event.type !== 'task.done' || event.actor.kind !== 'official') continue;
    const { elementId, data } = event.data;
    const task = source.package.tasks[elementId];
    const form = task?.form === undefined ? undefined : source.forms[task.form];
    if (!task || form === undefined || Object.keys(data).length === 0) continue;
    newest.delete(elementId);
    newest.set(elementId, {
      elementId,
      stepName: task.name,
      who: event.actor.name,
      at: new Date(event.at),
      form,
      data,
    });
  }
  return [...newest.values()];
}
