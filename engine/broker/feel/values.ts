/** FEEL values: null, booleans, strings, arrays and numbers are JavaScript's own, the rest are tagged records. */
import { compareNumbers, type FeelNumber, isNumber, numberText } from './number.ts';
import type { Env } from './runtime.ts';
import { feelText } from './temporal/format.ts';
import { type DateTime, epochSecond, type Temporal, totalMonths, type ZonedTime } from './temporal/values.ts';
import type { FeelType } from './types.ts';

export interface FeelContext {
  readonly kind: 'context';
  readonly entries: ReadonlyMap<string, Value>;
  readonly functions?: ReadonlyMap<string, FeelFunction>;
}
export interface FeelFunction {
  readonly kind: 'function';
  readonly parameters: readonly string[];
  readonly variadic: boolean;
  readonly invoke: (args: readonly Value[], env: Env) => Value;
}
interface Boundary {
  readonly closed: boolean;
  readonly value: Value;
}
export interface FeelRange {
  readonly kind: 'range';
  /** Of `(< 10)`: such a range equals only its like. */
  readonly operator?: string;
  readonly start: Boundary;
  readonly end: Boundary;
}
/** A failed sub-expression; a fatal one ends the evaluation, others mostly turn into null. */
export interface FeelError {
  readonly kind: 'error';
  readonly message: string;
  readonly fatal: boolean;
}
export type Value =
  | null
  | boolean
  | string
  | FeelNumber
  | readonly Value[]
  | Temporal
  | FeelContext
  | FeelFunction
  | FeelRange
  | FeelError;

export const context = (
  entries: ReadonlyMap<string, Value>,
  functions?: ReadonlyMap<string, FeelFunction>,
): FeelContext =>
  functions && functions.size > 0 ? { kind: 'context', entries, functions } : { kind: 'context', entries };
export const failure = (message: string, fatal = false): FeelError => ({ kind: 'error', message, fatal });

export type Kind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'list'
  | Temporal['kind']
  | 'context'
  | 'function'
  | 'range'
  | 'error';

/** Discriminator over all values. */
export function kindOf(value: Value): Kind {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    default: {
      if (isList(value)) return 'list';
      return value.kind === 'decimal' ? 'number' : value.kind;
    }
  }
}
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const tagged = (value: Value): value is Exclude<Value, null | boolean | string | number | readonly Value[]> =>
  typeof value === 'object' && value !== null && !isList(value);
export const isError = (value: Value): value is FeelError => tagged(value) && value.kind === 'error';
export const isContext = (value: Value): value is FeelContext => tagged(value) && value.kind === 'context';
export const isFunction = (value: Value): value is FeelFunction => tagged(value) && value.kind === 'function';
export const isRange = (value: Value): value is FeelRange => tagged(value) && value.kind === 'range';
export const isTemporal = (value: Value): value is Temporal =>
  tagged(value) && !['decimal', 'context', 'function', 'range', 'error'].includes(value.kind);

/** Type name as `instance of` and warnings use it. */
export function typeName(value: Value): string {
  const kind = kindOf(value);
  switch (kind) {
    case 'local-time':
      return 'time';
    case 'local-date-time':
    case 'date-time':
      return 'date and time';
    case 'period':
      return 'years and months duration';
    case 'duration':
      return 'days and time duration';
    default:
      return kind;
  }
}

const RESULT_TYPES: Record<Kind, FeelType> = {
  null: 'NULL',
  boolean: 'BOOLEAN',
  string: 'STRING',
  number: 'NUMBER',
  list: 'ARRAY',
  context: 'OBJECT',
  date: 'DATE',
  'local-time': 'UNKNOWN',
  time: 'UNKNOWN',
  'local-date-time': 'DATE_TIME',
  'date-time': 'DATE_TIME',
  period: 'PERIOD',
  duration: 'DURATION',
  function: 'UNKNOWN',
  range: 'NULL',
  error: 'NULL',
};
/** Type name as the broker's messages use it. */
export const resultType = (value: Value): FeelType => RESULT_TYPES[kindOf(value)];

/** Text of a value in warnings and inside `string(list)`: strings quoted, lists `[1, "a"]`, contexts `{a:1, b:"x"}`. */
export function display(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `"${value}"`;
  if (isNumber(value)) return numberText(value);
  if (isList(value)) return `[${value.map(display).join(', ')}]`;
  switch (value.kind) {
    case 'context':
      return `{${[...value.entries].map(([key, entry]) => `${key}:${display(entry)}`).join(', ')}}`;
    case 'function':
      return `function(${value.parameters.join(', ')})`;
    case 'range':
      return `${value.start.closed ? '[' : '('}${display(value.start.value)}..${display(value.end.value)}${value.end.closed ? ']' : ')'}`;
    case 'error':
      return `${value.fatal ? 'fatal error' : 'error'}("${value.message}")`;
    default:
      return feelText(value);
  }
}

const timeInstant = (t: ZonedTime): number => t.nanos - t.offset * 1e9;

/** Deep equality; undefined when the two are of different types (null equals only null). */
export function equals(a: Value, b: Value): boolean | undefined {
  if (a === null || b === null) return a === b;
  if (typeof a === 'number' && typeof b === 'number') return a === b;
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) === 0 : undefined;
  if (typeof a !== 'object') return typeof a === typeof b ? a === b : undefined;
  if (isList(a))
    return isList(b)
      ? a.length === b.length && a.every((x, i) => equals(x, b[i] ?? null) === true)
      : undefined;
  if (typeof b !== 'object' || isList(b) || a.kind !== b.kind) return undefined;
  if (a.kind === 'context') return equalContexts(a, b as FeelContext);
  if (a.kind === 'range') return equalRanges(a, b as FeelRange);
  if (a.kind === 'function' || a.kind === 'error') return undefined;
  return Object.entries(a).every(([key, part]) => part === (b as unknown as Record<string, unknown>)[key]);
}

const equalBounds = (a: Boundary, b: Boundary): boolean =>
  a.closed === b.closed && equals(a.value, b.value) === true;
const equalRanges = (a: FeelRange, b: FeelRange): boolean =>
  a.operator === b.operator && equalBounds(a.start, b.start) && equalBounds(a.end, b.end);

function equalContexts(a: FeelContext, b: FeelContext): boolean {
  if (a.entries.size !== b.entries.size) return false;
  for (const [key, value] of a.entries) {
    const other = b.entries.get(key);
    if (other === undefined || equals(value, other) !== true) return false;
  }
  return true;
}

const sign = (n: number | bigint): number => (n < 0 ? -1 : n > 0 ? 1 : 0);

function compareDateTimes(a: DateTime, b: DateTime): number {
  const instant = sign(epochSecond(a) - epochSecond(b)) || sign((a.nanos % 1e9) - (b.nanos % 1e9));
  if (instant !== 0) return instant;
  const local = sign(a.epochDay - b.epochDay) || sign(a.nanos - b.nanos);
  if (local !== 0) return local;
  const [x, y] = [a.zone ?? String(a.offset), b.zone ?? String(b.offset)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Order of two values of the same ordered type; undefined when they cannot be ordered. */
export function compare(a: Value, b: Value): number | undefined {
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (!isTemporal(a) || !isTemporal(b)) return undefined;
  if (a.kind === 'date' && b.kind === 'date') return sign(a.epochDay - b.epochDay);
  if (a.kind === 'local-time' && b.kind === 'local-time') return sign(a.nanos - b.nanos);
  if (a.kind === 'time' && b.kind === 'time') return sign(timeInstant(a) - timeInstant(b));
  if (a.kind === 'local-date-time' && b.kind === 'local-date-time') {
    return sign(a.epochDay - b.epochDay) || sign(a.nanos - b.nanos);
  }
  if (a.kind === 'date-time' && b.kind === 'date-time') return compareDateTimes(a, b);
  if (a.kind === 'period' && b.kind === 'period') return sign(totalMonths(a) - totalMonths(b));
  if (a.kind === 'duration' && b.kind === 'duration') return sign(a.nanos - b.nanos);
  return undefined;
}

const ORDERED: ReadonlySet<Kind> = new Set<Kind>([
  'number',
  'string',
  'date',
  'local-time',
  'time',
  'local-date-time',
  'date-time',
  'period',
  'duration',
]);

/** Whether a value may stand beside `<`; a list counts when its items are of one ordered type. */
export function isOrdered(value: Value): boolean {
  if (!isList(value)) return ORDERED.has(kindOf(value));
  const [head] = value;
  return head !== undefined && isOrdered(head) && value.every((item) => kindOf(item) === kindOf(head));
}
