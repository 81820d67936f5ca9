/** Dates as administrative papers write them, in Vietnamese time (UTC+7, no daylight saving). Source: NĐ 30/2020 Phụ lục I. */
const OFFSET_MS = 7 * 60 * 60 * 1000;

interface LocalDateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * Parts in Vietnamese time. A `yyyy-MM-dd` text is that very day.
 * @throws RangeError when the text is no date
 */
export function localParts(value: Date | string): LocalDateParts {
  const dateOnly = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const at = new Date(dateOnly ? `${value}T00:00:00+07:00` : value);
  const shifted = new Date(at.getTime() + OFFSET_MS);
  if (Number.isNaN(shifted.getTime())) throw new RangeError(`Not a date: ${String(value)}`);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  };
}

/** Days below 10 and months 1 and 2 carry a zero so that nobody can put a figure before them (NĐ 30/2020). */
function dayText(day: number): string {
  return String(day).padStart(2, '0');
}
function monthText(month: number): string {
  return month <= 2 ? `0${month}` : String(month);
}

/** «ngày 22 tháng 11 năm 2026» */
export function formatDate(value: Date | string): string {
  const { year, month, day } = localParts(value);
  return `ngày ${dayText(day)} tháng ${monthText(month)} năm ${year}`;
}

/** «22/11/2026» */
export function formatShortDate(value: Date | string): string {
  const { year, month, day } = localParts(value);
  return `${dayText(day)}/${String(month).padStart(2, '0')}/${year}`;
}

/** «8 giờ 05 phút, ngày 22 tháng 11 năm 2026» */
export function formatDateTime(value: Date | string): string {
  const { hour, minute } = localParts(value);
  return `${hour} giờ ${String(minute).padStart(2, '0')} phút, ${formatDate(value)}`;
}
