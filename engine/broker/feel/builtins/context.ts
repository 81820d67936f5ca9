/** Built-in functions on contexts. */
import { context, type FeelContext, isContext, isError, isFunction, isList, type Value } from '../values.ts';
import { type BuiltinTable, builtin, variadic } from './builtin.ts';

const isTextList = (value: Value): value is readonly string[] =>
  isList(value) && value.every((item) => typeof item === 'string');

const entriesOf = (parameter: string) =>
  builtin([parameter], (target = null) =>
    isContext(target)
      ? [...target.entries].map(([key, value]) =>
          context(
            new Map<string, Value>([
              ['key', key],
              ['value', value],
            ]),
          ),
        )
      : undefined,
  );

function valueAt(target: FeelContext, keys: readonly string[]): Value {
  let at: Value = target;
  for (const key of keys) {
    if (!isContext(at)) return null;
    at = at.entries.get(key) ?? null;
  }
  return keys.length === 0 ? null : at;
}

const getValue = (parameters: readonly string[]) =>
  builtin(parameters, (target = null, key = null) => {
    if (!isContext(target)) return undefined;
    if (typeof key === 'string') return target.entries.get(key) ?? null;
    if (!isList(key)) return undefined;
    return isTextList(key) ? valueAt(target, key) : null;
  });

const withEntry = (target: FeelContext, key: string, value: Value): FeelContext => {
  const entries = new Map(target.entries);
  const functions = new Map(target.functions);
  if (isFunction(value)) functions.set(key, value);
  else entries.set(key, value);
  return context(entries, functions);
};

function withPath(target: FeelContext, [key = '', ...rest]: readonly string[], value: Value): FeelContext {
  if (rest.length === 0) return withEntry(target, key, value);
  const inner = target.entries.get(key) ?? null;
  return withEntry(target, key, withPath(isContext(inner) ? inner : context(new Map()), rest, value));
}

const put = (keyName: string) =>
  builtin(['context', keyName, 'value'], (target = null, key = null, value = null) => {
    if (!isContext(target) || !(typeof key === 'string' || isList(key))) return undefined;
    if (isError(value)) return null;
    if (typeof key === 'string') return withEntry(target, key, value);
    if (key.length === 0) return null;
    return isTextList(key) ? withPath(target, key, value) : undefined;
  });

const merge = variadic(['contexts'], (contexts = null) => {
  if (!isList(contexts) || !contexts.every(isContext)) return null;
  return context(new Map(contexts.flatMap((item) => [...(item as FeelContext).entries])));
});

const fromEntries = builtin(['entries'], (entries = null) => {
  if (!isList(entries)) return null;
  const pairs: [string, Value][] = [];
  for (const entry of entries) {
    const key = isContext(entry) ? entry.entries.get('key') : undefined;
    const value = isContext(entry) ? entry.entries.get('value') : undefined;
    if (typeof key !== 'string' || value === undefined) return null;
    pairs.push([key, value]);
  }
  return context(new Map(pairs));
});

export const contextFunctions: BuiltinTable = {
  'get entries': [entriesOf('context'), entriesOf('m')],
  'get value': [getValue(['m', 'key']), getValue(['context', 'key']), getValue(['context', 'keys'])],
  'context put': [put('key'), put('keys')],
  put: [put('key')],
  'context merge': [merge],
  'put all': [merge],
  context: [fromEntries],
};
