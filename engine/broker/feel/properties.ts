/** Properties of temporal values and ranges (`x.year`, `x.time offset`), in the order warnings list them. */
import { fromEpochDay, NANOS_PER_SECOND, weekday } from './temporal/calendar.ts';
import { duration, type Temporal } from './temporal/values.ts';
import { type FeelRange, isRange, isTemporal, type Value } from './values.ts';

const SECOND = 1_000_000_000n;
const CLOCK = ['timezone', 'second', 'time offset', 'minute', 'hour'];
const DATE_TIME = ['timezone', 'year', 'second', 'month', 'day', 'time offset', 'weekday', 'minute', 'hour'];

const RANGE = ['start', 'end', 'start included', 'end included'];

const NAMES: Record<Temporal['kind'], readonly string[]> = {
  date: ['year', 'month', 'day', 'weekday'],
  'local-time': CLOCK,
  time: CLOCK,
  'local-date-time': DATE_TIME,
  'date-time': DATE_TIME,
  period: ['years', 'months'],
  duration: ['days', 'hours', 'minutes', 'seconds'],
};

/** Names of a value's properties; none for values without any. */
export const propertyNames = (value: Value): readonly string[] =>
  isTemporal(value) ? NAMES[value.kind] : isRange(value) ? RANGE : [];

/** A property's value; undefined when the value has no such property. */
export function propertyOf(value: Value, name: string): Value | undefined {
  if (isRange(value)) return rangePart(value, name);
  if (!isTemporal(value) || !NAMES[value.kind].includes(name)) return undefined;
  if (value.kind === 'period') return name === 'years' ? value.years : value.months;
  if (value.kind === 'duration') return durationPart(value.nanos, name);
  if ('epochDay' in value && name === 'weekday') return weekday(value.epochDay);
  if ('epochDay' in value && (name === 'year' || name === 'month' || name === 'day'))
    return fromEpochDay(value.epochDay)[name];
  if (name === 'time offset') return 'offset' in value ? duration(BigInt(value.offset) * SECOND) : null;
  if (name === 'timezone') return ('zone' in value ? value.zone : undefined) ?? null;
  return 'nanos' in value ? clockPart(value.nanos, name) : undefined;
}

function rangePart({ start, end }: FeelRange, name: string): Value | undefined {
  switch (name) {
    case 'start':
      return start.value;
    case 'end':
      return end.value;
    case 'start included':
      return start.closed;
    case 'end included':
      return end.closed;
    default:
      return undefined;
  }
}

function clockPart(nanos: number, name: string): number {
  const seconds = Math.floor(nanos / NANOS_PER_SECOND);
  if (name === 'hour') return Math.floor(seconds / 3600);
  return name === 'minute' ? Math.floor(seconds / 60) % 60 : seconds % 60;
}

function durationPart(nanos: bigint, name: string): number {
  const seconds = nanos / SECOND - (nanos % SECOND < 0n ? 1n : 0n);
  if (name === 'days') return Number(seconds / 86_400n);
  if (name === 'hours') return Number((seconds / 3600n) % 24n);
  return name === 'minutes' ? Number((seconds / 60n) % 60n) : Number(seconds % 60n);
}
