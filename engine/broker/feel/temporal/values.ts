/** The temporal value types of FEEL and their constructors. */
import { NANOS_PER_DAY, NANOS_PER_SECOND } from './calendar.ts';
import { offsetAt, resolveLocal } from './zone.ts';

export interface FeelDate {
  readonly kind: 'date';
  readonly epochDay: number;
}
export interface LocalTime {
  readonly kind: 'local-time';
  /** Nanoseconds since midnight. */
  readonly nanos: number;
}
export interface ZonedTime {
  readonly kind: 'time';
  readonly nanos: number;
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly zone: string | undefined;
}
export interface LocalDateTime {
  readonly kind: 'local-date-time';
  readonly epochDay: number;
  readonly nanos: number;
}
export interface DateTime {
  readonly kind: 'date-time';
  readonly epochDay: number;
  readonly nanos: number;
  readonly offset: number;
  readonly zone: string | undefined;
}
/** Years-months duration (always normalised, days 0 in FEEL). */
export interface Period {
  readonly kind: 'period';
  readonly years: number;
  readonly months: number;
}
/** Days-time duration. */
export interface Duration {
  readonly kind: 'duration';
  readonly nanos: bigint;
}
export type Temporal = FeelDate | LocalTime | ZonedTime | LocalDateTime | DateTime | Period | Duration;

export const date = (epochDay: number): FeelDate => ({ kind: 'date', epochDay });
export const localTime = (nanos: number): LocalTime => ({ kind: 'local-time', nanos });
export const zonedTime = (nanos: number, offset: number, zone?: string): ZonedTime => ({
  kind: 'time',
  nanos,
  offset,
  zone,
});
export const localDateTime = (epochDay: number, nanos: number): LocalDateTime => ({
  kind: 'local-date-time',
  epochDay,
  nanos,
});
export const duration = (nanos: bigint): Duration => ({ kind: 'duration', nanos });

/** Years and months brought to the same sign, months below 12. */
export function period(totalMonths: number): Period {
  const years = Math.trunc(totalMonths / 12);
  return {
    kind: 'period',
    years: years === 0 ? 0 : years,
    months: totalMonths % 12 === 0 ? 0 : totalMonths % 12,
  };
}
export const totalMonths = (p: Period): number => p.years * 12 + p.months;

/** Date-time with a fixed offset. */
export const offsetDateTime = (epochDay: number, nanos: number, offset: number): DateTime => ({
  kind: 'date-time',
  epochDay,
  nanos,
  offset,
  zone: undefined,
});

const localSecond = (epochDay: number, nanos: number): number =>
  epochDay * 86_400 + Math.floor(nanos / NANOS_PER_SECOND);

/** Date-time of a wall clock in a region; gaps and overlaps as Java resolves them. */
export function regionDateTime(epochDay: number, nanos: number, zone: string, preferred?: number): DateTime {
  const local = localSecond(epochDay, nanos);
  const resolved = resolveLocal(zone, local, preferred);
  // far years have more seconds than a number holds exactly
  if (resolved.local === local) return { kind: 'date-time', epochDay, nanos, offset: resolved.offset, zone };
  const day = Math.floor(resolved.local / 86_400);
  const fraction = nanos % NANOS_PER_SECOND;
  return {
    kind: 'date-time',
    epochDay: day,
    nanos: (resolved.local - day * 86_400) * NANOS_PER_SECOND + fraction,
    offset: resolved.offset,
    zone,
  };
}

/** Seconds since 1970-01-01T00:00Z. */
export const epochSecond = (t: DateTime): number => localSecond(t.epochDay, t.nanos) - t.offset;

/** Date-time of an instant in a region, or at a fixed offset when `zone` is undefined. */
export function atInstant(
  second: number,
  nanoOfSecond: number,
  zone: string | undefined,
  fixed = 0,
): DateTime {
  const offset = zone === undefined ? fixed : offsetAt(zone, second);
  const local = second + offset;
  const day = Math.floor(local / 86_400);
  return {
    kind: 'date-time',
    epochDay: day,
    nanos: (local - day * 86_400) * NANOS_PER_SECOND + nanoOfSecond,
    offset,
    zone,
  };
}

/** Adds nanoseconds to a day and time of day; returns the moved pair. */
export function plusNanos(epochDay: number, nanos: number, amount: bigint): [number, number] {
  const day = BigInt(NANOS_PER_DAY);
  const total = BigInt(nanos) + amount;
  const days = total / day - (total % day < 0n ? 1n : 0n);
  return [epochDay + Number(days), Number(total - days * day)];
}
