/** `list[filter]`: by index or by a condition on each item. */
import { type Closure, compileNode } from './compile.ts';
import { add, compareNumbers, type FeelNumber, intValue, isNumber, negate } from './number.ts';
import { nested, type Scope, warn } from './runtime.ts';
import type { Node } from './syntax.ts';
import { display, isContext, isError, isList, type Value } from './values.ts';

export function compileFilter(node: Extract<Node, { type: 'filter' }>): Closure {
  const list = compileNode(node.list);
  const apply = compileSelection(node.filter);
  return (scope) => {
    const values = list(scope);
    if (isError(values)) return values.fatal ? values : null;
    if (!isList(values)) {
      warn(scope.env, 'INVALID_TYPE', `Expected list but found '${display(values)}'`);
      return null;
    }
    const result = apply(values, scope);
    return isError(result) && !result.fatal ? null : result;
  };
}

type Selection = (list: readonly Value[], scope: Scope) => Value;

function compileSelection(filter: Node): Selection {
  if (filter.type === 'number') return (list) => atIndex(list, filter.value);
  if (filter.type === 'negate' && filter.operand.type === 'number') {
    const index = negate(filter.operand.value);
    return (list) => atIndex(list, index);
  }
  const condition = compileNode(filter);
  if (['comparison', 'call', 'method'].includes(filter.type))
    return (list, scope) => select(list, condition, scope);
  return (list, scope) => {
    const index = condition(scope);
    return isNumber(index) ? atIndex(list, index) : select(list, condition, scope);
  };
}

/** 1 is the first item, -1 the last; null outside the list. */
function atIndex(list: readonly Value[], index: FeelNumber): Value {
  const position = compareNumbers(index, 0) > 0 ? add(index, -1) : add(list.length, index);
  if (compareNumbers(position, 0) < 0 || compareNumbers(position, list.length) >= 0) return null;
  return list[intValue(position)] ?? null;
}

function itemScope(scope: Scope, item: Value): Scope {
  const inner = nested(scope, new Map([['item', item]]));
  return isContext(item) ? nested(inner, item.entries, item.functions) : inner;
}

function select(list: readonly Value[], condition: Closure, scope: Scope): Value {
  const [head, ...tail] = list;
  if (head === undefined) return [];
  scope.env.spend(list.length);
  const first = condition(itemScope(scope, head));
  if (isError(first)) return first;
  if (isNumber(first)) return atIndex(list, first);
  const kept: Value[] = first === true ? [head] : [];
  for (const item of tail) {
    const met = condition(itemScope(scope, item));
    if (isError(met) && met.fatal) return met;
    if (met === true) kept.push(item);
  }
  return kept;
}
