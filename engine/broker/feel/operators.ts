/** Arithmetic on FEEL values: numbers, strings, dates, times and durations. */
import {
  add,
  divide,
  type FeelNumber,
  fromDouble,
  intValue,
  isNumber,
  isWhole,
  isZero,
  multiply,
  power,
  subtract,
  toDouble,
} from './number.ts';
import { boundedText, type Env, warn } from './runtime.ts';
import type { ArithmeticOperator } from './syntax.ts';
import { NANOS_PER_DAY, plusMonths } from './temporal/calendar.ts';
import {
  atInstant,
  type DateTime,
  date,
  duration,
  epochSecond,
  type LocalDateTime,
  localDateTime,
  localTime,
  offsetDateTime,
  period,
  plusNanos,
  regionDateTime,
  type Temporal,
  totalMonths,
  zonedTime,
} from './temporal/values.ts';
import { display, isError, isTemporal, type Value } from './values.ts';

type Operation = (x: Value, y: Value, env: Env) => Value;

const VERBS: Record<'+' | '-' | '*' | '/', (x: Value, y: Value) => string> = {
  '+': (x, y) => `Can't add '${display(y)}' to '${display(x)}'`,
  '-': (x, y) => `Can't subtract '${display(y)}' from '${display(x)}'`,
  '*': (x, y) => `Can't multiply '${display(x)}' by '${display(y)}'`,
  '/': (x, y) => `Can't divide '${display(x)}' by '${display(y)}'`,
};

const guarded =
  (symbol: '+' | '-' | '*' | '/', apply: (x: Value, y: Value) => Value | undefined): Operation =>
  (x, y, env) => {
    if (isError(x)) return x.fatal ? x : null;
    if (isError(y)) return y.fatal ? y : null;
    const result = apply(x, y);
    if (result !== undefined) return result;
    warn(env, 'INVALID_TYPE', VERBS[symbol](x, y));
    return null;
  };

/** Moves a point in time by a days-time amount (nanoseconds). */
function shift(t: Temporal, nanos: bigint): Value | undefined {
  switch (t.kind) {
    case 'date':
      return date(plusNanos(t.epochDay, 0, nanos)[0]);
    case 'local-time':
      return localTime(plusNanos(0, t.nanos, nanos)[1]);
    case 'time':
      return zonedTime(plusNanos(0, t.nanos, nanos)[1], t.offset, t.zone);
    case 'local-date-time':
      return localDateTime(...plusNanos(t.epochDay, t.nanos, nanos));
    case 'date-time':
      return shiftInstant(t, nanos);
    case 'duration':
      return duration(t.nanos + nanos);
    default:
      return undefined;
  }
}

function shiftInstant(t: DateTime, nanos: bigint): DateTime {
  const second = 1_000_000_000n;
  const total = BigInt(epochSecond(t)) * second + BigInt(t.nanos % 1e9) + nanos;
  const whole = total / second - (total % second < 0n ? 1n : 0n);
  return atInstant(Number(whole), Number(total - whole * second), t.zone, t.offset);
}

/** Moves a point in time by months. */
function shiftMonths(t: Temporal, months: number): Value | undefined {
  switch (t.kind) {
    case 'date':
      return date(plusMonths(t.epochDay, months));
    case 'local-date-time':
      return localDateTime(plusMonths(t.epochDay, months), t.nanos);
    case 'date-time':
      return t.zone === undefined
        ? offsetDateTime(plusMonths(t.epochDay, months), t.nanos, t.offset)
        : regionDateTime(plusMonths(t.epochDay, months), t.nanos, t.zone, t.offset);
    case 'period':
      return period(totalMonths(t) + months);
    default:
      return undefined;
  }
}

const plus = guarded('+', (x, y) => {
  if (isNumber(x) && isNumber(y)) return add(x, y);
  if (typeof x === 'string' && typeof y === 'string') return boundedText(x + y);
  if (!isTemporal(x) || !isTemporal(y)) return undefined;
  if (y.kind === 'duration') return shift(x, y.nanos);
  if (x.kind === 'duration') return shift(y, x.nanos);
  if (y.kind === 'period') return shiftMonths(x, totalMonths(y));
  return x.kind === 'period' ? shiftMonths(y, totalMonths(x)) : undefined;
});

const localNanos = (t: LocalDateTime): bigint => BigInt(t.epochDay) * BigInt(NANOS_PER_DAY) + BigInt(t.nanos);
const instantNanos = (t: DateTime): bigint => BigInt(epochSecond(t)) * 1_000_000_000n + BigInt(t.nanos % 1e9);

const minus = guarded('-', (x, y) => {
  if (isNumber(x) && isNumber(y)) return subtract(x, y);
  if (!isTemporal(x) || !isTemporal(y)) return undefined;
  if (y.kind === 'duration') return shift(x, -y.nanos);
  if (y.kind === 'period') return shiftMonths(x, -totalMonths(y));
  if (x.kind === 'date' && y.kind === 'date')
    return duration(BigInt(x.epochDay - y.epochDay) * BigInt(NANOS_PER_DAY));
  if (x.kind === 'local-time' && y.kind === 'local-time') return duration(BigInt(x.nanos) - BigInt(y.nanos));
  if (x.kind === 'time' && y.kind === 'time') {
    const difference = BigInt(x.nanos - y.nanos) - BigInt(x.offset - y.offset) * 1_000_000_000n;
    return duration(difference < 0n ? -difference : difference);
  }
  if (x.kind === 'local-date-time' && y.kind === 'local-date-time')
    return duration(localNanos(x) - localNanos(y));
  if (x.kind === 'date-time' && y.kind === 'date-time') return duration(instantNanos(x) - instantNanos(y));
  return undefined;
});

const scaleDuration = (t: Value, factor: FeelNumber): Value | undefined => {
  if (!isTemporal(t)) return undefined;
  if (t.kind === 'period') return period(totalMonths(t) * intValue(factor));
  return t.kind === 'duration' ? duration(t.nanos * BigInt(intValue(factor))) : undefined;
};

const times = guarded('*', (x, y) => {
  if (isNumber(x)) return isNumber(y) ? multiply(x, y) : scaleDuration(y, x);
  return isNumber(y) ? scaleDuration(x, y) : undefined;
});

const MILLI = 1_000_000n;
const floorMillis = (nanos: bigint): bigint => nanos / MILLI - (nanos % MILLI < 0n ? 1n : 0n);
const numberOf = (n: bigint): FeelNumber =>
  BigInt.asIntN(53, n) === n ? Number(n) : { kind: 'decimal', unscaled: n, scale: 0 };

const over = guarded('/', (x, y) => {
  if (isNumber(y)) {
    if (isZero(y)) return undefined;
    if (isNumber(x)) return divide(x, y);
    if (!isTemporal(x)) return undefined;
    if (x.kind === 'period') return period(intValue(divide(totalMonths(x), y)));
    return x.kind === 'duration'
      ? duration(BigInt(intValue(divide(numberOf(floorMillis(x.nanos)), y))) * MILLI)
      : undefined;
  }
  if (!isTemporal(x) || !isTemporal(y)) return undefined;
  if (x.kind === 'period' && y.kind === 'period') {
    return totalMonths(y) === 0 ? undefined : Math.trunc(totalMonths(x) / totalMonths(y));
  }
  if (x.kind !== 'duration' || y.kind !== 'duration' || floorMillis(y.nanos) === 0n) return undefined;
  return numberOf(floorMillis(x.nanos) / floorMillis(y.nanos));
});

const raise: Operation = (x, y, env) => {
  for (const operand of [x, y]) {
    if (isError(operand)) return operand.fatal ? operand : null;
    if (!isNumber(operand)) {
      warn(env, 'INVALID_TYPE', `Expected number but found '${display(operand)}'`);
      return null;
    }
  }
  const [base, exponent] = [x as FeelNumber, y as FeelNumber];
  if (isWhole(exponent)) return power(base, intValue(exponent));
  return fromDouble(toDouble(base) ** toDouble(exponent));
};

export const OPERATIONS: Record<ArithmeticOperator, Operation> = {
  '+': plus,
  '-': minus,
  '*': times,
  '/': over,
  '**': raise,
};
