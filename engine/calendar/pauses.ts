/** Clock stops: how much working time the pauses of a dossier took. */
import type { Pause, WorkingCalendar } from './types.ts';
import { workingTimeBetween } from './working-time.ts';

/** Closed pauses in order, with overlapping ones joined and nothing before `clockStart`. */
export function closedPauses(pauses: readonly Pause[], clockStart: Date): readonly Required<Pause>[] {
  const closed = pauses
    .filter(
      (pause): pause is Required<Pause> =>
        pause.to !== undefined && pause.to > pause.from && pause.to > clockStart,
    )
    .map((pause) => (pause.from < clockStart ? { ...pause, from: clockStart } : pause))
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());
  const joined: Required<Pause>[] = [];
  for (const pause of closed) {
    const last = joined.at(-1);
    if (!last || pause.from > last.to) joined.push(pause);
    else if (pause.to > last.to) joined[joined.length - 1] = { ...last, to: pause.to };
  }
  return joined;
}

/** The pause that still stands, if any. */
export function openPause(pauses: readonly Pause[]): Pause | undefined {
  return pauses.find((pause) => pause.to === undefined);
}

/** Working milliseconds of one closed pause. */
export function pausedTime(calendar: WorkingCalendar, pause: Required<Pause>): number {
  return workingTimeBetween(calendar, pause.from, pause.to);
}
