/** Due date of a dossier from the unit's calendar and the case's statutory time, as JSON for the event. */
import { computeDue } from '../../calendar/index.ts';
import type { WorkingCalendar } from '../../calendar/types.ts';
import type { DueJson, PauseJson } from '../events/types.ts';
import type { ProcedurePackage } from '../package/schema.ts';

export function dueFor(
  calendar: WorkingCalendar,
  pkg: ProcedurePackage,
  caseCode: string,
  receivedAt: Date,
  pauses: readonly PauseJson[],
): DueJson {
  const found = pkg.cases.find((c) => c.code === caseCode);
  if (!found) throw new Error(`${pkg.code} v${pkg.version} has no case ${caseCode}`);
  const due = computeDue(
    calendar,
    receivedAt,
    { qty: found.duration.qty, unit: found.duration.unit, cutOff: found.cutOff },
    pauses.map((pause) => ({
      from: new Date(pause.from),
      to: pause.to ? new Date(pause.to) : undefined,
      reason: pause.reason,
    })),
  );
  return {
    clockStart: due.clockStart.toISOString(),
    original: due.original.toISOString(),
    due: due.due.toISOString(),
    steps: due.steps.map((step) => ({ rule: step.rule, text: step.text, at: step.at.toISOString() })),
  };
}
