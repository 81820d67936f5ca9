/** Working time of a calendar: which moments count, and walking forward through them. Everything in milliseconds. */
import { dayMs, dayNumber, instant, localParts, minuteMs, weekday } from './local-time.ts';
import type { LocalDate, SpecialDay, WorkInterval, WorkingCalendar } from './types.ts';

const specials = new WeakMap<WorkingCalendar, ReadonlyMap<number, SpecialDay>>();

/** The announced exception of a day, if any. */
export function specialDayOf(calendar: WorkingCalendar, day: number): SpecialDay | undefined {
  let known = specials.get(calendar);
  if (!known) {
    known = new Map(calendar.specialDays.map((special) => [dayNumber(special.date), special]));
    specials.set(calendar, known);
  }
  return known.get(day);
}

/** Working intervals of a day number. A swapped-in working day off keeps the hours of an ordinary Monday. */
export function intervalsOf(calendar: WorkingCalendar, day: number): readonly WorkInterval[] {
  const special = specialDayOf(calendar, day);
  const usual = calendar.weekly[weekday(day)] ?? [];
  if (!special) return usual;
  if (special.kind !== 'SWAP_WORKING') return [];
  return usual.length > 0 ? usual : (Object.values(calendar.weekly).find((hours) => hours.length > 0) ?? []);
}

export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return intervalsOf(calendar, dayNumber(date)).length > 0;
}

/** First working day number from `day` on (itself included). Throws RangeError when none comes within a year. */
export function workingDayFrom(calendar: WorkingCalendar, day: number): number {
  for (let at = day; at < day + 366; at++) if (intervalsOf(calendar, at).length > 0) return at;
  throw new RangeError(`calendar ${calendar.id} has no working day within a year`);
}

/** The `count`-th working day number after `day`; 0 = `day` itself, or the next one when it is off. */
export function nthWorkingDay(calendar: WorkingCalendar, day: number, count: number): number {
  let at = workingDayFrom(calendar, day);
  for (let i = 0; i < count; i++) at = workingDayFrom(calendar, at + 1);
  return at;
}

/** The local date `count` working days after `date`. */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, count: number): LocalDate {
  return new Date(nthWorkingDay(calendar, dayNumber(date), count) * dayMs).toISOString().slice(0, 10);
}

/** Closing time of a working day. */
export function endOfDay(calendar: WorkingCalendar, day: number): Date {
  const last = intervalsOf(calendar, day).at(-1);
  if (!last) throw new RangeError(`day ${day} is no working day of ${calendar.id}`);
  return instant(day, last.to * minuteMs);
}

/** Opening time of a working day. */
export function startOfDay(calendar: WorkingCalendar, day: number): Date {
  const first = intervalsOf(calendar, day)[0];
  if (!first) throw new RangeError(`day ${day} is no working day of ${calendar.id}`);
  return instant(day, first.from * minuteMs);
}

/** `at` itself when somebody works then, else the next moment somebody does. The closing minute is not working time. */
export function nextWorkingInstant(calendar: WorkingCalendar, at: Date): Date {
  const { day, ms } = localParts(at);
  for (const { from, to } of intervalsOf(calendar, day)) {
    if (ms < from * minuteMs) return instant(day, from * minuteMs);
    if (ms < to * minuteMs) return at;
  }
  return startOfDay(calendar, workingDayFrom(calendar, day + 1));
}

/** `at` moved forward by an amount of working time (≥ 0 ms); an interval's closing moment belongs to it. */
export function addWorkingTime(calendar: WorkingCalendar, at: Date, amountMs: number): Date {
  if (amountMs === 0) return at;
  const start = nextWorkingInstant(calendar, at);
  let { day, ms } = localParts(start);
  let left = amountMs;
  for (;;) {
    for (const { from, to } of intervalsOf(calendar, day)) {
      const begin = Math.max(from * minuteMs, ms);
      const room = to * minuteMs - begin;
      if (room <= 0) continue;
      if (left <= room) return instant(day, begin + left);
      left -= room;
    }
    day = workingDayFrom(calendar, day + 1);
    ms = 0;
  }
}

/** Working milliseconds from `a` to `b`; negative when b lies before a. */
export function workingTimeBetween(calendar: WorkingCalendar, a: Date, b: Date): number {
  if (b.getTime() < a.getTime()) return -workingTimeBetween(calendar, b, a);
  const start = localParts(a);
  const end = localParts(b);
  let total = 0;
  for (let day = start.day; day <= end.day; day++)
    for (const { from, to } of intervalsOf(calendar, day)) {
      const begin = day === start.day ? Math.max(from * minuteMs, start.ms) : from * minuteMs;
      const finish = day === end.day ? Math.min(to * minuteMs, end.ms) : to * minuteMs;
      if (finish > begin) total += finish - begin;
    }
  return total;
}

/** Working minutes from `a` to `b`, seconds as fractions; negative when b lies before a. */
export function workingMinutesBetween(calendar: WorkingCalendar, a: Date, b: Date): number {
  return workingTimeBetween(calendar, a, b) / minuteMs;
}
