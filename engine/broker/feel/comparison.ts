/** Equality and order with FEEL's null and warning rules. */
import { type Env, EvaluationAborted, warn } from './runtime.ts';
import type { ComparisonOperator } from './syntax.ts';
import { compare, display, equals, isError, isOrdered, kindOf, type Value } from './values.ts';

/** `x = y`; null with a warning for values of different types. */
export function equalOrWarn(x: Value, y: Value, env: Env): Value {
  if (isError(x)) return x;
  if (isError(y)) return y;
  const equal = equals(x, y);
  if (equal !== undefined) return equal;
  warn(env, 'NOT_COMPARABLE', `Can't compare '${display(x)}' with '${display(y)}'`);
  return null;
}

/** Order of two values that may be compared. @throws EvaluationAborted for lists */
export function order(x: Value, y: Value): number {
  const result = compare(x, y);
  if (result === undefined) {
    throw new EvaluationAborted(
      `java.lang.IllegalArgumentException: ${display(x)} can not be compared to ${display(y)}`,
    );
  }
  return result;
}

/** Outcome of an ordering operator for the sign of a comparison. */
export function holds(operator: ComparisonOperator, sign: number): boolean {
  switch (operator) {
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
    case '>':
      return sign > 0;
    case '>=':
      return sign >= 0;
    case '=':
      return sign === 0;
  }
}

/** `x < y` and its kin; null with a warning for values that have no common order. */
export function compareOrdered(operator: ComparisonOperator, x: Value, y: Value, env: Env): Value {
  if (typeof x === 'number' && typeof y === 'number') return holds(operator, x - y);
  if (isError(x)) return x;
  if (isError(y)) return y;
  if (isOrdered(x) && isOrdered(y) && kindOf(x) === kindOf(y)) return holds(operator, order(x, y));
  warn(env, 'NOT_COMPARABLE', `Can't compare '${display(x)}' with '${display(y)}'`);
  return null;
}

/** `not(x)` of an operator such as `!=`: null for anything but a boolean. */
export function invertBoolean(value: Value, env: Env): Value {
  if (typeof value === 'boolean') return !value;
  if (isError(value)) return value.fatal ? value : null;
  warn(env, 'INVALID_TYPE', `Expected boolean but found '${display(value)}'`);
  return null;
}
