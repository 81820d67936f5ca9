/** Built-in functions of the DMN standard that Camunda 8.5 lacks (there their calls are null): for decision logic only. */
import { compileNode } from '../compile.ts';
import { isNumber, toDouble } from '../number.ts';
import { parseStandardExpression, SyntaxFailure } from '../parser.ts';
import { createEnv, type Env, rootScope } from '../runtime.ts';
import { knownNames } from '../standard.ts';
import type { Node } from '../syntax.ts';
import {
  compare,
  equals,
  type FeelFunction,
  isFunction,
  isList,
  isRange,
  kindOf,
  type Value,
} from '../values.ts';
import { type BuiltinTable, builtin } from './builtin.ts';

const listOf = (value: Value): readonly Value[] => (isList(value) ? value : [value]);

/** Same type, same value, same parts: `@"10:00:00Z"` is not `@"11:00:00+01:00"`. */
function isSame(a: Value, b: Value): Value {
  return kindOf(a) === kindOf(b) && equals(a, b) === true;
}

function replaceAt(list: readonly Value[], position: number, item: Value): Value | undefined {
  const index = position > 0 ? position - 1 : list.length + position;
  return position === 0 || index < 0 || index >= list.length ? undefined : list.with(index, item);
}

/** Replaces what the function `match(item, newItem)` is true for. */
function replaceMatching(list: readonly Value[], match: FeelFunction, item: Value, env: Env): Value {
  if (match.parameters.length !== 2) return null;
  const results: Value[] = [];
  for (const one of list) {
    env.spend(1);
    env.enter();
    const matches = match.invoke([one, item], env);
    env.leave();
    if (typeof matches !== 'boolean') return null;
    results.push(matches ? item : one);
  }
  return results;
}

const listReplace = (second: 'position' | 'match'): FeelFunction => ({
  kind: 'function',
  parameters: ['list', second, 'newItem'],
  variadic: false,
  invoke([list = null, by = null, item = null], env) {
    if (list === null) return null;
    const items = listOf(list);
    env.spend(items.length);
    if (isFunction(by)) return replaceMatching(items, by, item, env);
    return isNumber(by) ? (replaceAt(items, Math.trunc(toDouble(by)), item) ?? null) : null;
  },
});

/** Texts of ranges hold literals only. */
const isLiteral = (node: Node): boolean =>
  ['number', 'string', 'temporal'].includes(node.type) ||
  (node.type === 'negate' && node.operand.type === 'number');

const noNames = knownNames([]);

function parsed(text: string): Node | undefined {
  try {
    return parseStandardExpression(text, noNames);
  } catch (error) {
    if (error instanceof SyntaxFailure || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The range that a text such as `[1..3]` describes. */
function rangeOf(text: Value): Value {
  if (typeof text !== 'string' || text.length > 1000) return null;
  const node = parsed(text);
  if (node?.type !== 'range' || !isLiteral(node.start) || !isLiteral(node.end)) return null;
  const scope = rootScope(
    createEnv(() => new Date(0)),
    () => undefined,
  );
  const range = compileNode(node)(scope);
  if (!isRange(range)) return null;
  const order = compare(range.start.value, range.end.value);
  return order === undefined || order > 0 ? null : range;
}

const functions: BuiltinTable = {
  is: [builtin(['value1', 'value2'], (a = null, b = null) => isSame(a, b))],
  'list replace': [listReplace('position'), listReplace('match')],
  range: [builtin(['from'], (from = null) => rangeOf(from))],
};

const none: readonly FeelFunction[] = [];

/** Functions by name; none for names that Camunda 8.5 knows itself. */
export const standardFunctions = (name: string): readonly FeelFunction[] =>
  (Object.hasOwn(functions, name) ? functions[name] : undefined) ?? none;
