/** How a due date stands: colour and words, in working time of the unit. */
import { remaining } from '../../calendar/index.ts';
import type { DueDate, WorkingCalendar } from '../../calendar/types.ts';
import type { TaskRow } from '../api.ts';
import type { DueJson } from '../events/types.ts';
import type { Localized } from '../package/schema.ts';

/** Half a working day: a due date nearer than this is `soon` (domain reference 9.4: warn before it is late). */
export const soonMinutes = 240;

export function dueStanding(
  calendar: WorkingCalendar,
  now: Date,
  dueAt: Date | null,
): { dueState: TaskRow['dueState']; remaining: Localized | null } {
  if (!dueAt) return { dueState: 'none', remaining: null };
  const left = remaining(calendar, now, dueAt);
  return {
    dueState: left.late ? 'late' : left.workingMinutes <= soonMinutes ? 'soon' : 'ok',
    remaining: left.text,
  };
}

export function dueFromJson(due: DueJson | null): DueDate | null {
  return (
    due && {
      clockStart: new Date(due.clockStart),
      original: new Date(due.original),
      due: new Date(due.due),
      steps: due.steps.map((step) => ({ rule: step.rule, text: step.text, at: new Date(step.at) })),
    }
  );
}
