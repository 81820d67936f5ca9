/** Built-in functions on lists. */

import { order } from '../comparison.ts';
import { valueText } from '../json.ts';
import {
  add,
  compareNumbers,
  divide,
  type FeelNumber,
  fromDouble,
  intValue,
  isNumber,
  multiply,
  numberText,
  power,
  stripped,
  subtract,
  toDouble,
} from '../number.ts';
import { boundedText, type Env } from '../runtime.ts';
import {
  display,
  equals,
  type FeelFunction,
  failure,
  isContext,
  isFunction,
  isList,
  isOrdered,
  kindOf,
  type Value,
} from '../values.ts';
import { type BuiltinTable, builtin, costly, variadic } from './builtin.ts';

type List = readonly Value[];
const same = (a: Value, b: Value): boolean => equals(a, b) === true;

const onList = (compute: (list: List) => Value | undefined): FeelFunction =>
  builtin(['list'], (list = null) => (isList(list) ? compute(list) : undefined));

const onItems = (compute: (list: List) => Value | undefined): FeelFunction =>
  variadic(['list'], (list = null) => (isList(list) ? compute(list) : undefined));

const onNumbers = (empty: Value, compute: (numbers: readonly FeelNumber[]) => Value): FeelFunction =>
  onItems((list) => {
    if (list.length === 0) return empty;
    const odd = list.find((item) => !isNumber(item));
    return odd === undefined
      ? compute(list as readonly FeelNumber[])
      : failure(`expected number but found '${display(odd)}'`);
  });

const extreme = (direction: 1 | -1): FeelFunction =>
  onItems((list) => {
    if (list.length === 0) return null;
    if (!isOrdered(list)) return failure(`${display(list)} is not comparable`);
    return list.reduce((best, item) => (order(item, best) * direction < 0 ? item : best));
  });

const sum = (numbers: readonly FeelNumber[]): FeelNumber => numbers.reduce<FeelNumber>(add, 0);
const mean = (numbers: readonly FeelNumber[]): FeelNumber => divide(sum(numbers), numbers.length);
const sorted = (numbers: readonly FeelNumber[]): FeelNumber[] => [...numbers].sort(compareNumbers);

function median(numbers: readonly FeelNumber[]): FeelNumber {
  const ascending = sorted(numbers);
  const middle = Math.floor(ascending.length / 2);
  const upper = ascending[middle] ?? 0;
  return ascending.length % 2 === 1 ? upper : divide(add(ascending[middle - 1] ?? 0, upper), 2);
}

function standardDeviation(numbers: readonly FeelNumber[]): FeelNumber {
  const average = mean(numbers);
  const squares = numbers.map((n) => power(subtract(n, average), 2));
  return fromDouble(Math.sqrt(toDouble(divide(sum(squares), numbers.length - 1))));
}

function modes(numbers: readonly FeelNumber[]): Value {
  const runs: { value: FeelNumber; count: number }[] = [];
  for (const value of sorted(numbers)) {
    const last = runs.at(-1);
    if (last && compareNumbers(last.value, value) === 0) last.count += 1;
    else runs.push({ value, count: 1 });
  }
  const most = Math.max(...runs.map(({ count }) => count));
  return runs.filter(({ count }) => count === most).map(({ value }) => value);
}

/** Three-valued reduction: `decisive` wins, anything not boolean makes the rest null. */
const logic = (decisive: boolean): FeelFunction =>
  onItems((list) => {
    if (list.includes(decisive)) return decisive;
    return list.every((item) => item === !decisive) ? !decisive : null;
  });

const startIndex = (list: List, position: FeelNumber): number => {
  const index = intValue(position);
  return index > 0 ? index - 1 : list.length + index;
};

/** As Scala's slice: bounds outside the list are cut. */
const slice = (list: List, from: number, until: number): List =>
  list.slice(Math.max(0, from), Math.max(0, until));

/** Lists and contexts are compared one by one, everything else by a key. */
const keyOf = (item: Value): string | undefined =>
  isList(item) || isContext(item) || isFunction(item) ? undefined : `${kindOf(item)} ${canonical(item)}`;

const canonical = (item: Value): string =>
  isNumber(item) ? numberText(stripped(item)) : typeof item === 'string' ? item : (valueText(item) ?? '');

/** Items without repetition, and how often each occurs. */
function occurrences(list: List): { item: Value; count: number }[] {
  const found: { item: Value; count: number }[] = [];
  const byKey = new Map<string, { item: Value; count: number }>();
  const compound: { item: Value; count: number }[] = [];
  for (const item of list) {
    const key = keyOf(item);
    const known = key === undefined ? compound.find((other) => same(item, other.item)) : byKey.get(key);
    if (known) {
      known.count += 1;
      continue;
    }
    const entry = { item, count: 1 };
    found.push(entry);
    if (key === undefined) compound.push(entry);
    else byKey.set(key, entry);
  }
  return found;
}

const distinct = (list: List): Value[] => occurrences(list).map(({ item }) => item);

/** Comparing compound items with each other takes their number squared. */
const comparisons = (items: List): number => {
  const compound = items.filter((item) => isList(item) || isContext(item)).length;
  return items.length + (compound * compound) / 20;
};
const firstList = ([list = null]: readonly Value[]): List => (isList(list) ? list : []);

const flatten = (list: List): Value[] => list.flatMap((item) => (isList(item) ? flatten(item) : [item]));
const joinLists = (lists: List): Value[] => lists.flatMap((item) => (isList(item) ? item : [item]));

class NotBoolean extends Error {}

function sortedBy(list: List, precedes: FeelFunction, env: Env): Value {
  const before = (x: Value, y: Value): boolean => {
    env.spend(1);
    const result = precedes.invoke([x, y], env);
    if (typeof result === 'boolean') return result;
    throw new NotBoolean(`expected boolean but found '${display(result)}'`);
  };
  try {
    return [...list].sort((x, y) => (before(x, y) ? -1 : before(y, x) ? 1 : 0));
  } catch (error) {
    if (!(error instanceof NotBoolean)) throw error;
    return failure(`fail to sort list by given precedes function: ${error.message}`);
  }
}

/** `sort` with arguments that do not fit. */
const unfitSort = builtin(['list', 'precedes'], (list = null, precedes = null) => {
  if (!isList(list) || !isFunction(precedes)) return undefined;
  return failure(`expect boolean function with 2 arguments, but found '${precedes.parameters.length}'`);
});

const sort: FeelFunction = {
  ...unfitSort,
  invoke: (args, env) => {
    const [list = null, precedes = null] = args;
    const fits = isList(list) && isFunction(precedes) && precedes.parameters.length === 2;
    return fits ? sortedBy(list, precedes, env) : unfitSort.invoke(args, env);
  },
};

function joinTexts(list: Value, delimiter: Value, prefix: Value, suffix: Value): Value | undefined {
  const options = [delimiter, prefix, suffix];
  if (!isList(list) || !options.every((option) => option === null || typeof option === 'string'))
    return undefined;
  if (!list.every((item) => item === null || typeof item === 'string')) {
    return failure(`expected a list of strings but found 'List(${list.map(display).join(', ')})'`);
  }
  return boundedText(
    `${prefix ?? ''}${list.filter((item) => item !== null).join(String(delimiter ?? ''))}${suffix ?? ''}`,
  );
}

export const listFunctions: BuiltinTable = {
  'list contains': [
    builtin(['list', 'element'], (list = null, element = null) =>
      isList(list) ? list.some((item) => same(item, element)) : undefined,
    ),
  ],
  count: [onList((list) => list.length)],
  min: [extreme(1)],
  max: [extreme(-1)],
  sum: [onNumbers(null, sum)],
  product: [onNumbers(null, (numbers) => numbers.reduce<FeelNumber>(multiply, 1))],
  mean: [onNumbers(null, mean)],
  median: [onNumbers(null, median)],
  stddev: [onNumbers(null, standardDeviation)],
  mode: [onNumbers([], modes)],
  and: [logic(false)],
  all: [logic(false)],
  or: [logic(true)],
  any: [logic(true)],
  sublist: [
    builtin(['list', 'start'], (list = null, start = null) =>
      isList(list) && isNumber(start) ? slice(list, startIndex(list, start), list.length) : undefined,
    ),
    builtin(['list', 'start', 'length'], (list = null, start = null, length = null) => {
      if (!isList(list) || !isNumber(start) || !isNumber(length)) return undefined;
      const from = startIndex(list, start);
      return slice(list, from, from + intValue(length));
    }),
  ],
  append: [
    variadic(['list', 'items'], (list = null, items = null) =>
      isList(list) && isList(items) ? [...list, ...items] : undefined,
    ),
  ],
  concatenate: [variadic(['lists'], (lists = null) => (isList(lists) ? joinLists(lists) : undefined))],
  'insert before': [
    builtin(['list', 'position', 'newItem'], (list = null, position = null, item = null) => {
      if (!isList(list) || !isNumber(position)) return undefined;
      const at = startIndex(list, position);
      return [...slice(list, 0, at), item, ...slice(list, at, list.length)];
    }),
  ],
  remove: [
    builtin(['list', 'position'], (list = null, position = null) => {
      if (!isList(list) || !isNumber(position)) return undefined;
      const rest = startIndex(list, add(position, 1));
      return [...slice(list, 0, startIndex(list, position)), ...slice(list, rest, list.length)];
    }),
  ],
  reverse: [onList((list) => [...list].reverse())],
  'index of': [
    builtin(['list', 'match'], (list = null, match = null) =>
      isList(list) ? list.flatMap((item, index) => (same(item, match) ? [index + 1] : [])) : undefined,
    ),
  ],
  union: [
    costly(
      variadic(['lists'], (lists = null) => (isList(lists) ? distinct(joinLists(lists)) : undefined)),
      (args) => comparisons(joinLists(firstList(args))),
    ),
  ],
  'distinct values': [costly(onList(distinct), (args) => comparisons(firstList(args)))],
  'duplicate values': [
    costly(
      onList((list) => occurrences(list).flatMap(({ item, count }) => (count > 1 ? [item] : []))),
      (args) => comparisons(firstList(args)),
    ),
  ],
  flatten: [onList(flatten)],
  sort: [sort],
  'string join': [
    builtin(['list'], (list = null) => joinTexts(list, null, null, null)),
    builtin(['list', 'delimiter'], (list = null, delimiter = null) => joinTexts(list, delimiter, null, null)),
    builtin(
      ['list', 'delimiter', 'prefix', 'suffix'],
      (list = null, delimiter = null, prefix = null, suffix = null) =>
        joinTexts(list, delimiter, prefix, suffix),
    ),
  ],
};
