/** Instants in Vietnamese local time (UTC+7, no daylight saving). */
import { DateTime } from 'luxon';

export const timeZone = 'Asia/Ho_Chi_Minh';

/** `yyyy-MM-dd` in Vietnam. */
export function localDate(at: Date): string {
  return DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd');
}
/** `17:00 23/11/2026`. */
export function formatInstant(at: Date): string {
  return DateTime.fromJSDate(at, { zone: timeZone }).toFormat('HH:mm dd/MM/yyyy');
}
/** Any luxon format, in Vietnam. */
export function formatLocal(at: Date, format: string): string {
  return DateTime.fromJSDate(at, { zone: timeZone }).toFormat(format);
}
