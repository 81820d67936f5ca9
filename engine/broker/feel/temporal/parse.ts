/** Reads the text forms of temporal values; undefined when the text is not valid. */
import { isValidCivil, NANOS_PER_SECOND, toEpochDay } from './calendar.ts';
import {
  type DateTime,
  type Duration,
  date,
  duration,
  type FeelDate,
  type LocalDateTime,
  type LocalTime,
  localDateTime,
  localTime,
  offsetDateTime,
  type Period,
  period,
  regionDateTime,
  type Temporal,
  type ZonedTime,
  zonedTime,
} from './values.ts';
import { isRegion, parseOffset, standardOffset } from './zone.ts';

const DATE = /^(-?(?:[1-9]\d{0,4})?\d{4})-([01]\d)-([0-3]\d)$/;
const TIME = /^T?(\d{2}):(\d{2})(?::(\d{2}))?(?:\.(\d{1,9}))?$/;
const OFFSET_TIME = /^(T?\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)([+-]\d{2}:\d{2}|Z|@.*)$/;
const OFFSET_DATE_TIME = /^([^T]*)(T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?)([+-]\d{2}:\d{2}|Z|@.*)$/;
const LOCAL_DATE_TIME = /^([^T]*)(T.*)$/;
const YEAR_MONTH_SHAPE = /^-?P-?(\d+Y)?-?(\d+M)?$/;
const DAY_TIME_SHAPE = /^-?P(-?(\d+D)?(T-?(\d+H)?-?(\d+M)?-?(\d+(.\d*)?S)?)?)$/;
const PERIOD = /^(-?)P(?:(-?\d+)Y)?(?:(-?\d+)M)?$/;
const DURATION =
  /^([-+]?)P(?:([-+]?\d+)D)?(T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+)(?:[.,](\d{0,9}))?S)?)?$/i;
const MAX_INT = 2 ** 31 - 1;
const MAX_SECONDS = 2n ** 63n - 1n;

export function parseDate(text: string): FeelDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isValidCivil(civil) ? date(toEpochDay(civil)) : undefined;
}

/** Nanoseconds of a wall clock, undefined when out of range. */
export function nanosOfDay(hour: number, minute: number, second: number, nano = 0): number | undefined {
  const valid =
    hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60 && nano >= 0;
  return valid ? (hour * 3600 + minute * 60 + second) * NANOS_PER_SECOND + nano : undefined;
}

function timeNanos(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const nano = Number((match[4] ?? '').padEnd(9, '0'));
  if (match[1] === '24') return Number(match[2]) + Number(match[3] ?? 0) + nano === 0 ? 0 : undefined;
  return nanosOfDay(Number(match[1]), Number(match[2]), Number(match[3] ?? 0), nano);
}

/** 24:00 is midnight as a time, but not allowed in a date-time. */
const isEndOfDay = (time: string): boolean => time.startsWith('T24');

export function parseLocalTime(text: string): LocalTime | undefined {
  const nanos = timeNanos(text);
  return nanos === undefined ? undefined : localTime(nanos);
}

/** Time with offset or `@region`; the region's standard offset at `now` applies. */
export function parseZonedTime(text: string, now: Date): ZonedTime | undefined {
  const match = OFFSET_TIME.exec(text);
  const nanos = match?.[1] === undefined ? undefined : timeNanos(match[1]);
  const suffix = match?.[2];
  if (nanos === undefined || suffix === undefined) return undefined;
  if (!suffix.startsWith('@')) {
    const offset = parseOffset(suffix);
    return offset === undefined ? undefined : zonedTime(nanos, offset);
  }
  const zone = suffix.slice(1);
  return isRegion(zone)
    ? zonedTime(nanos, standardOffset(zone, Math.floor(now.getTime() / 1000)), zone)
    : undefined;
}

export const isOffsetTime = (text: string): boolean => OFFSET_TIME.test(text);

function parseLocalDateTime(text: string): LocalDateTime | undefined {
  const match = LOCAL_DATE_TIME.exec(text);
  const day = match?.[1] === undefined ? undefined : parseDate(match[1]);
  const nanos = match?.[2] === undefined || isEndOfDay(match[2]) ? undefined : timeNanos(match[2]);
  return day && nanos !== undefined ? localDateTime(day.epochDay, nanos) : undefined;
}

const isOffsetDateTime = (text: string): boolean => OFFSET_DATE_TIME.test(text);

function parseOffsetDateTime(text: string): DateTime | undefined {
  const match = OFFSET_DATE_TIME.exec(text);
  const day = match?.[1] === undefined ? undefined : parseDate(match[1]);
  const nanos = match?.[2] === undefined || isEndOfDay(match[2]) ? undefined : timeNanos(match[2]);
  const suffix = match?.[3];
  if (!day || nanos === undefined || suffix === undefined) return undefined;
  if (suffix.startsWith('@')) {
    const zone = suffix.slice(1);
    return isRegion(zone) ? regionDateTime(day.epochDay, nanos, zone) : undefined;
  }
  const offset = parseOffset(suffix);
  return offset === undefined ? undefined : offsetDateTime(day.epochDay, nanos, offset);
}

/** `2024-01-02` (midnight), `…T10:00`, `…T10:00:00+07:00`, `…T10:00:00@Asia/Ho_Chi_Minh`. */
export function parseDateTime(text: string): DateTime | LocalDateTime | undefined {
  if (DATE.test(text)) {
    const day = parseDate(text);
    return day && localDateTime(day.epochDay, 0);
  }
  return isOffsetDateTime(text) ? parseOffsetDateTime(text) : parseLocalDateTime(text);
}

export function parsePeriod(text: string): Period | undefined {
  const match = PERIOD.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const sign = match[1] === '-' ? -1 : 1;
  const years = Number(match[2] ?? 0);
  const months = Number(match[3] ?? 0);
  if (Math.abs(years) > MAX_INT || Math.abs(months) > MAX_INT) return undefined;
  return period(sign * (years * 12 + months));
}

/** ISO days-time duration as Java reads it, case-insensitive. */
export function parseDayTime(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match || match[3]?.length === 1) return undefined;
  const [, sign, days, , hours, minutes, seconds, fraction] = match;
  if (days === undefined && hours === undefined && minutes === undefined && seconds === undefined)
    return undefined;
  const whole =
    BigInt(days ?? 0) * 86_400n +
    BigInt(hours ?? 0) * 3600n +
    BigInt(minutes ?? 0) * 60n +
    BigInt(seconds ?? 0);
  if (whole > MAX_SECONDS || whole < -MAX_SECONDS) return undefined;
  const nano = BigInt((fraction ?? '').padEnd(9, '0'));
  const total = whole * 1_000_000_000n + (seconds?.startsWith('-') ? -nano : nano);
  return duration(sign === '-' ? -total : total);
}

export const isYearMonthShape = (text: string): boolean => YEAR_MONTH_SHAPE.test(text);

/** As the function `duration(from)` reads it: years-months or days-time. */
export function parseDuration(text: string): Period | Duration | undefined {
  if (isYearMonthShape(text)) return parsePeriod(text);
  return DAY_TIME_SHAPE.test(text) ? parseDayTime(text) : undefined;
}

/** Value of the literal `@"…"`. */
export function parseTemporal(text: string, now: Date): Temporal | undefined {
  if (DATE.test(text)) return parseDate(text);
  if (isOffsetTime(text)) return parseZonedTime(text, now);
  if (isOffsetDateTime(text)) return parseOffsetDateTime(text);
  return parseLocalDateTime(text) ?? parseDuration(text) ?? parseLocalTime(text);
}
