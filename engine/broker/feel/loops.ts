/** `for`, `some` and `every` over one or several lists. */
import { type Closure, compileNode } from './compile.ts';
import { add, compareNumbers, type FeelNumber, isNumber } from './number.ts';
import { nested, type Scope, warn } from './runtime.ts';
import type { Iterator, Node } from './syntax.ts';
import { display, isError, isList, type Value } from './values.ts';

/** Longest list that `for i in a..b` may run through. */
const MAX_STEPS = 1_000_000;

/** `a..b`: counts up or down by one. */
export function compileSteps(start: Closure, end: Closure, rangeOnly = false): Closure {
  return (scope) => {
    const [from, to] = [start(scope), end(scope)];
    for (const bound of [from, to]) {
      if (isError(bound)) return bound;
      if (!isNumber(bound))
        return warn(scope.env, 'INVALID_TYPE', `Expected number but found '${display(bound)}'`);
    }
    if (rangeOnly && compareNumbers(from as FeelNumber, to as FeelNumber) > 0) return null;
    return countUp(from as FeelNumber, to as FeelNumber, scope);
  };
}

function countUp(from: FeelNumber, to: FeelNumber, scope: Scope): Value {
  const step = compareNumbers(from, to) < 0 ? 1 : -1;
  const values: Value[] = [];
  for (let at = from; compareNumbers(at, to) * step <= 0; at = add(at, step)) {
    scope.env.spend(values.length >= MAX_STEPS ? Number.MAX_SAFE_INTEGER : 1);
    values.push(at);
  }
  return values;
}

type Visit = (variables: Map<string, Value>) => boolean;

/** Runs through the product of the lists, first iterator outermost; stops when `visit` returns false. */
function product(
  lists: readonly { name: string; values: readonly Value[] }[],
  scope: Scope,
  visit: Visit,
): void {
  const walk = (index: number, chosen: Map<string, Value>): boolean => {
    const list = lists[index];
    if (!list) {
      scope.env.spend(1);
      return visit(chosen);
    }
    return list.values.every((value) => walk(index + 1, new Map([...chosen, [list.name, value]])));
  };
  walk(0, new Map());
}

type ListReader = (scope: Scope) => { name: string; values: readonly Value[] }[] | Value;

function compileIterators(iterators: readonly Iterator[]): ListReader {
  const compiled = iterators.map(({ name, list }) => ({ name, list: compileNode(list) }));
  return (scope) => {
    const read = compiled.map(({ name, list }) => {
      const value = list(scope);
      if (isList(value) || isError(value)) return { name, value };
      return { name, value: warn(scope.env, 'INVALID_TYPE', `Expected list but found '${display(value)}'`) };
    });
    const failed = read.find(({ value }) => isError(value));
    if (failed) return isError(failed.value) && failed.value.fatal ? failed.value : null;
    return read.map(({ name, value }) => ({ name, values: value as readonly Value[] }));
  };
}

const isLists = (read: ReturnType<ListReader>): read is { name: string; values: readonly Value[] }[] =>
  Array.isArray(read);

/** Whether a variable of that name may be read in the node. */
const mentions = (node: unknown, name: string): boolean =>
  typeof node === 'object' &&
  node !== null &&
  (((node as Node).type === 'variable' && (node as { names: readonly string[] }).names[0] === name) ||
    [...(node instanceof Map ? node.values() : Object.values(node))].some((part) => mentions(part, name)));

export function compileLoop(node: Extract<Node, { type: 'for' }>): Closure {
  const readLists = compileIterators(node.iterators);
  const body = compileNode(node.body);
  const readsPartial = mentions(node.body, 'partial');
  return (scope) => {
    const lists = readLists(scope);
    if (!isLists(lists)) return lists;
    const results: Value[] = [];
    product(lists, scope, (variables) => {
      if (readsPartial) {
        scope.env.spend(results.length);
        variables.set('partial', [...results]);
      }
      results.push(body(nested(scope, variables)));
      return true;
    });
    return results;
  };
}

export function compileQuantified(node: Extract<Node, { type: 'quantified' }>): Closure {
  const readLists = compileIterators(node.iterators);
  const condition = compileNode(node.condition);
  const decisive = !node.every;
  return (scope) => {
    const lists = readLists(scope);
    if (!isLists(lists)) return lists;
    let result: Value = !decisive;
    product(lists, scope, (variables) => {
      const value = condition(nested(scope, variables));
      if (value === decisive || (isError(value) && value.fatal)) {
        result = value;
        return false;
      }
      if (result !== null && value !== !decisive) {
        if (!isError(value))
          warn(scope.env, 'INVALID_TYPE', `Expected boolean but found '${display(value)}'`);
        result = null;
      }
      return true;
    });
    return result;
  };
}
