/** Proleptic Gregorian calendar arithmetic on day numbers; day 0 is 1970-01-01. */

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
export const NANOS_PER_SECOND = 1_000_000_000;
export const NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;
const MAX_YEAR = 999_999_999;

/** Raised when a date leaves the range ±999 999 999 years. */
export class DateRangeFailure extends Error {}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const isValidCivil = ({ year, month, day }: Civil): boolean =>
  Math.abs(year) <= MAX_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Day number of a civil date. */
export function toEpochDay({ year, month, day }: Civil): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** Civil date of a day number. */
export function fromEpochDay(epochDay: number): Civil {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (Math.abs(year) > MAX_YEAR)
    throw new DateRangeFailure('java.time.DateTimeException: Invalid value for Year');
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** Adds whole months, keeping the day where the month has it and else taking its last day. */
export function plusMonths(epochDay: number, months: number): number {
  const { year, month, day } = fromEpochDay(epochDay);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  if (Math.abs(newYear) > MAX_YEAR)
    throw new DateRangeFailure('java.time.DateTimeException: Invalid value for Year');
  return toEpochDay({ year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) });
}

/** 1 Monday … 7 Sunday. */
export const weekday = (epochDay: number): number => ((((epochDay + 3) % 7) + 7) % 7) + 1;

export const dayOfYear = (epochDay: number): number =>
  epochDay - toEpochDay({ year: fromEpochDay(epochDay).year, month: 1, day: 1 }) + 1;

/** ISO 8601 week number. */
export function weekOfYear(epochDay: number): number {
  const thursday = epochDay - weekday(epochDay) + 4;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}

/** Whole months between two days, towards zero. */
export function monthsBetween(from: number, to: number): number {
  const a = fromEpochDay(from);
  const b = fromEpochDay(to);
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  const days = b.day - a.day;
  if (months > 0 && days < 0) return months - 1;
  if (months < 0 && days > 0) return months + 1;
  return months;
}
