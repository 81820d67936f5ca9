/** Unary tests (`< 5`, `[1..3]`, any expression) against the implicit input, and range values. */
import { compareOrdered, equalOrWarn, holds, order } from './comparison.ts';
import { type Closure, compileNode } from './compile.ts';
import { isNumber } from './number.ts';
import { nested, type Scope, warn } from './runtime.ts';
import type { Node, RangeNode } from './syntax.ts';
import {
  compare,
  display,
  equals,
  type FeelRange,
  isError,
  isList,
  isOrdered,
  isRange,
  isTemporal,
  kindOf,
  type Value,
} from './values.ts';

type UnaryNode = Extract<Node, { type: 'input comparison' | 'input range' | 'unary test' }>;

/** Name under which the tested value is visible. */
const INPUT = 'cellInput';

function inputOf(scope: Scope): Value {
  const value = scope.variable(INPUT);
  if (value !== undefined) return value;
  warn(scope.env, 'NO_VARIABLE_FOUND', 'No input value found.');
  return null;
}

export function compileUnary(node: UnaryNode): Closure {
  switch (node.type) {
    case 'input comparison': {
      const [operand, { operator }] = [compileNode(node.operand), node];
      return (scope) => {
        const input = inputOf(scope);
        const value = operand(scope);
        return operator === '='
          ? equalOrWarn(input, value, scope.env)
          : compareOrdered(operator, input, value, scope.env);
      };
    }
    case 'input range':
      return compileInRange(node.range);
    case 'unary test':
      return compileExpressionTest(compileNode(node.expression));
  }
}

function compileInRange(range: RangeNode): Closure {
  const [start, end] = [compileNode(range.start), compileNode(range.end)];
  return (scope) => {
    const [low, high] = [start(scope), end(scope)];
    const input = inputOf(scope);
    const values = [input, low, high];
    if (values.every((value) => isOrdered(value) && kindOf(value) === kindOf(input))) {
      return (
        holds(range.startClosed ? '>=' : '>', order(input, low)) &&
        holds(range.endClosed ? '<=' : '<', order(input, high))
      );
    }
    const shown = inputOf(scope);
    warn(
      scope.env,
      'NOT_COMPARABLE',
      `Can't compare '${display(shown)}' with '${display(low)}' and '${display(high)}'`,
    );
    return null;
  };
}

function compileExpressionTest(expression: Closure): Closure {
  return (scope) => {
    const input = inputOf(scope);
    const value = expression(scope);
    if (isError(value) && value.fatal) {
      const result = expression(nested(scope, new Map([['?', input]])));
      return typeof result === 'boolean' ? result : null;
    }
    if (value === true) return true;
    if (isRange(value)) return includes(value, input);
    if (isList(value) && value.some((item) => isHit(item, input))) return true;
    const equal = equalOrWarn(input, value, scope.env);
    if (equal === true) return true;
    if (isList(value)) return false;
    return equal === null ? null : false;
  };
}

/** Whether a range value holds the input; null where they cannot be compared. */
function includes({ start, end }: FeelRange, input: Value): Value {
  const from = start.value === null ? 1 : compare(input, start.value);
  const to = end.value === null ? -1 : compare(input, end.value);
  if (from === undefined || to === undefined) return null;
  return holds(start.closed ? '>=' : '>', from) && holds(end.closed ? '<=' : '<', to);
}

const isHit = (item: Value, input: Value): boolean =>
  isRange(item) ? includes(item, input) === true : equals(item, input) === true;

/** What a range of the standard may end in; null leaves it open. */
const isEnd = (value: Value): boolean => value === null || (isOrdered(value) && !isList(value));

/** A range as a function's argument. */
export function compileRange(node: RangeNode): Closure {
  const [start, end] = [compileNode(node.start), compileNode(node.end)];
  return (scope) => {
    const [low, high] = [start(scope), end(scope)];
    if (isError(low)) return low;
    if (isError(high)) return high;
    const valid = node.standard
      ? isEnd(low) && isEnd(high) && (low === null || high === null || kindOf(low) === kindOf(high))
      : (isNumber(low) || isTemporal(low)) && kindOf(low) === kindOf(high);
    if (!valid)
      return warn(scope.env, 'INVALID_TYPE', `Invalid range definition '${display(low)}..${display(high)}'`);
    return {
      kind: 'range',
      ...(node.operator !== undefined && { operator: node.operator }),
      start: { closed: node.startClosed, value: low },
      end: { closed: node.endClosed, value: high },
    };
  };
}
