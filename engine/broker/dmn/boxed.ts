/** Boxed expressions of DMN 1.4: conditional, filter, for, some, every. Zeebe 8.5 refuses them. */
import type { XmlElement } from '../deploy/xml.ts';
import { isNumber, toDouble } from '../feel/number.ts';
import { isContext, isList, type Value } from '../feel/values.ts';
import { withNames } from './functions.ts';
import type { Logic } from './model.ts';
import { attribute, child, expressionIn } from './xml.ts';

type Compile = (element: XmlElement) => Logic;

const nothing: Logic = () => null;

/** Logic inside one part, e.g. `<then>`. */
function part(element: XmlElement, name: string, compile: Compile): Logic {
  const logic = expressionIn(child(element, name));
  return logic ? compile(logic) : nothing;
}

export function compileConditional(element: XmlElement, compile: Compile): Logic {
  const [test, then, otherwise] = [
    part(element, 'if', compile),
    part(element, 'then', compile),
    part(element, 'else', compile),
  ];
  return (scope, run) => {
    const result = test(scope, run);
    if (typeof result !== 'boolean' && result !== null) return null;
    return result ? then(scope, run) : otherwise(scope, run);
  };
}

/** Values to go through; a single value stands for a list of one, null for none. */
const itemsOf = (value: Value): readonly Value[] | undefined =>
  value === null ? undefined : isList(value) ? value : [value];

/** An item with its entries as names. */
const itemNames = (item: Value): ReadonlyMap<string, Value> =>
  new Map<string, Value>([...(isContext(item) ? item.entries : []), ['item', item]]);

export function compileFilter(element: XmlElement, compile: Compile): Logic {
  const [list, match] = [part(element, 'in', compile), part(element, 'match', compile)];
  return (scope, run) => {
    const items = itemsOf(list(scope, run));
    if (!items) return null;
    const results: Value[] = [];
    for (const item of items) {
      run.env.spend(1);
      const result = match(withNames(scope, itemNames(item)), run);
      if (isNumber(result)) return at(items, toDouble(result));
      if (typeof result !== 'boolean') return null;
      if (result) results.push(item);
    }
    return results;
  };
}

const at = (items: readonly Value[], index: number): Value => items.at(index > 0 ? index - 1 : index) ?? null;

export function compileFor(element: XmlElement, compile: Compile): Logic {
  const name = attribute(element, 'iteratorVariable') ?? 'item';
  const [list, body] = [part(element, 'in', compile), part(element, 'return', compile)];
  return (scope, run) => {
    const results: Value[] = [];
    for (const item of itemsOf(list(scope, run)) ?? []) {
      run.env.spend(1 + results.length);
      const names = new Map<string, Value>([
        [name, item],
        ['partial', [...results]],
      ]);
      results.push(body(withNames(scope, names), run));
    }
    return results;
  };
}

/** `some` is decided by true, `every` by false; anything but a boolean makes it null. */
export function compileQuantified(element: XmlElement, compile: Compile, decisive: boolean): Logic {
  const name = attribute(element, 'iteratorVariable') ?? 'item';
  const [list, condition] = [part(element, 'in', compile), part(element, 'satisfies', compile)];
  return (scope, run) => {
    const items = itemsOf(list(scope, run));
    if (!items) return null;
    let outcome: Value = !decisive;
    for (const item of items) {
      run.env.spend(1);
      const result = condition(withNames(scope, new Map([[name, item]])), run);
      if (typeof result !== 'boolean') return null;
      if (result === decisive) outcome = decisive;
    }
    return outcome;
  };
}
