/** Vietnamese local time (UTC+7 all year since 1975): between instants, dates and minutes of the day. */
import type { LocalDate } from './types.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
const offsetMs = 7 * hourMs;

/** Days since 1970-01-01 of a local date. Throws RangeError on a text that is no date. */
export function dayNumber(date: LocalDate): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(date) ||
    Number.isNaN(ms) ||
    new Date(ms).toISOString().slice(0, 10) !== date
  )
    throw new RangeError(`not a date: ${date}`);
  return ms / dayMs;
}

export function fromDayNumber(day: number): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Local day number of an instant and the milliseconds since its local midnight. */
export function localParts(at: Date): { readonly day: number; readonly ms: number } {
  const shifted = at.getTime() + offsetMs;
  const day = Math.floor(shifted / dayMs);
  return { day, ms: shifted - day * dayMs };
}

export function instant(day: number, msOfDay: number): Date {
  return new Date(day * dayMs + msOfDay - offsetMs);
}

/** ISO weekday of a day number: 1 = Monday … 7 = Sunday. 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const namesVi = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const namesEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const two = (n: number): string => String(n).padStart(2, '0');

/** `23/11/2026`. */
export function showDay(day: number): string {
  const [y, m, d] = fromDayNumber(day).split('-');
  return `${d}/${m}/${y}`;
}

/** `thứ Hai, 23/11/2026` and `Mon 23/11/2026`. */
export function showDayNamed(day: number): { vi: string; en: string } {
  const index = weekday(day) - 1;
  return { vi: `${namesVi[index]}, ${showDay(day)}`, en: `${namesEn[index]} ${showDay(day)}` };
}

/** `15:20`. */
export function showTime(msOfDay: number): string {
  return `${two(Math.floor(msOfDay / hourMs))}:${two(Math.floor((msOfDay % hourMs) / minuteMs))}`;
}

/** `15:20 thứ Hai, 23/11/2026` and `15:20 Mon 23/11/2026`. */
export function showInstant(at: Date): { vi: string; en: string } {
  const { day, ms } = localParts(at);
  const named = showDayNamed(day);
  return { vi: `${showTime(ms)} ${named.vi}`, en: `${showTime(ms)} ${named.en}` };
}
