/** Built-in functions on ranges and points (Allen's relations). */
import { order } from '../comparison.ts';
import { isNumber } from '../number.ts';
import { EvaluationAborted } from '../runtime.ts';
import {
  display,
  equals,
  type FeelFunction,
  type FeelRange,
  isRange,
  isTemporal,
  kindOf,
  type Value,
} from '../values.ts';
import { type BuiltinTable, builtin } from './builtin.ts';

const less = (a: Value, b: Value): boolean => order(a, b) < 0;
const same = (a: Value, b: Value): boolean => equals(a, b) === true;

const pointOf = (value: Value): Value => (isRange(value) ? value.start.value : value);
const fitting = (a: Value, b: Value): boolean => {
  const [x, y] = [pointOf(a), pointOf(b)];
  return (isNumber(x) || isTemporal(x)) && kindOf(x) === kindOf(y);
};

interface Relation {
  readonly ranges?: (a: FeelRange, b: FeelRange) => boolean;
  readonly pointRange?: (point: Value, range: FeelRange) => boolean;
  readonly rangePoint?: (range: FeelRange, point: Value) => boolean;
  readonly points?: (a: Value, b: Value) => boolean;
}

const relate = ({ ranges, pointRange, rangePoint, points }: Relation, a: Value, b: Value): boolean => {
  const rule = isRange(a)
    ? isRange(b)
      ? ranges && (() => ranges(a, b))
      : rangePoint && (() => rangePoint(a, b))
    : isRange(b)
      ? pointRange && (() => pointRange(a, b))
      : points && (() => points(a, b));
  if (rule) return rule();
  throw new EvaluationAborted(`scala.MatchError: (${display(a)},${display(b)}) (of class scala.Tuple2)`);
};

const relation = (signatures: readonly (readonly [string, string])[], rules: Relation): FeelFunction[] =>
  signatures.map((parameters) =>
    builtin(parameters, (a = null, b = null) => (fitting(a, b) ? relate(rules, a, b) : undefined)),
  );

const RANGES = ['range1', 'range2'] as const;
const POINT_RANGE = ['point', 'range'] as const;
const RANGE_POINT = ['range', 'point'] as const;
const POINTS = ['point1', 'point2'] as const;

/** a's start lies before b's start, or together with it but a includes it when b does not. */
const startsEarlier = (a: FeelRange, b: FeelRange): boolean =>
  less(a.start.value, b.start.value) ||
  (same(a.start.value, b.start.value) && (a.start.closed || !b.start.closed));
const endsLater = (a: FeelRange, b: FeelRange): boolean =>
  less(b.end.value, a.end.value) || (same(a.end.value, b.end.value) && (a.end.closed || !b.end.closed));
const sameStart = (a: FeelRange, b: FeelRange): boolean =>
  same(a.start.value, b.start.value) && a.start.closed === b.start.closed;
const sameEnd = (a: FeelRange, b: FeelRange): boolean =>
  same(a.end.value, b.end.value) && a.end.closed === b.end.closed;
const contains = (range: FeelRange, point: Value): boolean =>
  (less(range.start.value, point) && less(point, range.end.value)) ||
  (same(range.start.value, point) && range.start.closed) ||
  (same(range.end.value, point) && range.end.closed);
const before = (a: FeelRange, b: FeelRange): boolean =>
  less(a.end.value, b.start.value) ||
  ((!a.end.closed || !b.start.closed) && same(a.end.value, b.start.value));
/** a reaches at least to the start of b. */
const reaches = (a: FeelRange, b: FeelRange): boolean =>
  less(b.start.value, a.end.value) || (same(a.end.value, b.start.value) && a.end.closed && b.start.closed);
const overlapsBefore = (a: FeelRange, b: FeelRange): boolean =>
  (less(a.start.value, b.start.value) ||
    (same(a.start.value, b.start.value) && a.start.closed && !b.start.closed)) &&
  reaches(a, b) &&
  (less(a.end.value, b.end.value) || (same(a.end.value, b.end.value) && (!a.end.closed || b.end.closed)));

const endsAt = (range: FeelRange, point: Value): boolean => range.end.closed && same(range.end.value, point);
const startsAt = (range: FeelRange, point: Value): boolean =>
  range.start.closed && same(range.start.value, point);

export const rangeFunctions: BuiltinTable = {
  before: relation([POINTS, POINT_RANGE, RANGE_POINT, RANGES], {
    ranges: before,
    pointRange: (p, r) => less(p, r.start.value) || (same(p, r.start.value) && !r.start.closed),
    rangePoint: (r, p) => less(r.end.value, p) || (same(r.end.value, p) && !r.end.closed),
    points: less,
  }),
  after: relation([POINTS, POINT_RANGE, RANGE_POINT, RANGES], {
    ranges: (a, b) => before(b, a),
    pointRange: (p, r) => less(r.end.value, p) || (same(p, r.end.value) && !r.end.closed),
    rangePoint: (r, p) => less(p, r.start.value) || (same(r.start.value, p) && !r.start.closed),
    points: (a, b) => less(b, a),
  }),
  meets: relation([RANGES], { ranges: (a, b) => b.start.closed && endsAt(a, b.start.value) }),
  'met by': relation([RANGES], { ranges: (a, b) => a.start.closed && endsAt(b, a.start.value) }),
  overlaps: relation([RANGES], { ranges: (a, b) => reaches(a, b) && reaches(b, a) }),
  'overlaps before': relation([RANGES], { ranges: overlapsBefore }),
  'overlaps after': relation([RANGES], { ranges: (a, b) => overlapsBefore(b, a) }),
  finishes: relation([POINT_RANGE, RANGES], {
    ranges: (a, b) => sameEnd(a, b) && startsEarlier(b, a),
    pointRange: (p, r) => endsAt(r, p),
  }),
  'finished by': relation([POINT_RANGE, RANGES], {
    ranges: (a, b) => sameEnd(a, b) && startsEarlier(a, b),
    rangePoint: endsAt,
  }),
  includes: relation([RANGE_POINT, RANGES], {
    ranges: (a, b) => startsEarlier(a, b) && endsLater(a, b),
    rangePoint: contains,
  }),
  during: relation([POINT_RANGE, RANGES], {
    ranges: (a, b) => startsEarlier(b, a) && endsLater(b, a),
    pointRange: (p, r) => contains(r, p),
  }),
  starts: relation([POINT_RANGE, RANGES], {
    ranges: (a, b) => sameStart(a, b) && endsLater(b, a),
    pointRange: (p, r) => startsAt(r, p),
  }),
  'started by': relation([RANGE_POINT, RANGES], {
    ranges: (a, b) => sameStart(a, b) && endsLater(a, b),
    rangePoint: startsAt,
  }),
  coincides: relation([POINTS, RANGES], { ranges: (a, b) => sameStart(a, b) && sameEnd(a, b), points: same }),
};
