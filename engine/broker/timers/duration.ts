/** ISO 8601 durations and repeating intervals as Java reads them: Period + Duration (zeebe.md 3.10). */

export interface Interval {
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
}

const PATTERN =
  /^([+-]?)P(?:([+-]?\d+)Y)?(?:([+-]?\d+)M)?(?:([+-]?\d+)W)?(?:([+-]?\d+)D)?(T(?:([+-]?\d+)H)?(?:([+-]?\d+)M)?(?:([+-]?\d+)(?:[.,](\d{1,9}))?S)?)?$/i;

/** Parses `P1Y2M3DT4H`, `-PT5S`, `PT0.1S`; undefined for anything else. */
export function parseInterval(text: string): Interval | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, sign, years, months, weeks, days, time, hours, minutes, seconds, fraction] = match;
  if (time?.toUpperCase() === 'T' || /^[+-]?P$/i.test(text)) return undefined;
  const factor = sign === '-' ? -1 : 1;
  const part = (value: string | undefined): number => factor * Number(value ?? 0);
  const whole = (part(hours) * 3600 + part(minutes) * 60 + part(seconds)) * 1000;
  const nanos = Number((fraction ?? '').padEnd(9, '0'));
  const millis = Math.floor(nanos / 1e6) * factor * (seconds?.startsWith('-') ? -1 : 1);
  return {
    months: part(years) * 12 + part(months),
    days: part(weeks) * 7 + part(days),
    milliseconds: whole + millis,
  };
}

/** The last instant of a JavaScript date: the year 275760. */
const LAST_INSTANT = 8.64e15;

/** Adds an interval to an instant; months are calendar months in UTC, the day cut to the month's length. */
export function addInterval(from: number, interval: Interval): number {
  const date = new Date(from);
  if (interval.months !== 0) {
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + interval.months);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
  }
  const sum = date.getTime() + interval.days * 86_400_000 + interval.milliseconds;
  if (Number.isNaN(sum)) return interval.months < 0 ? -LAST_INSTANT : LAST_INSTANT;
  return Math.max(-LAST_INSTANT, Math.min(LAST_INSTANT, sum));
}
