/** Property access `x.key` on contexts, lists, null and temporal values. */
import { propertyNames, propertyOf } from './properties.ts';
import { type Env, warn } from './runtime.ts';
import { display, isContext, isError, isList, type Value } from './values.ts';

const quoted = (names: Iterable<string>): string => [...names].map((name) => `'${name}'`).join(', ');

export function pathOf(target: Value, key: string, env: Env): Value {
  if (isError(target)) return target;
  if (isContext(target)) {
    const value = target.entries.get(key);
    if (value !== undefined) return value;
    const known =
      target.entries.size === 0 ? 'The context is empty' : `Available keys: ${quoted(target.entries.keys())}`;
    warn(env, 'NO_CONTEXT_ENTRY_FOUND', `No context entry found with key '${key}'. ${known}`);
    return null;
  }
  if (isList(target)) {
    env.spend(target.length);
    return target.map((item) => pathOf(item, key, env));
  }
  if (target === null) {
    warn(env, 'NO_CONTEXT_ENTRY_FOUND', `No context entry found with key '${key}'. The context is null`);
    return null;
  }
  const property = propertyOf(target, key);
  if (property !== undefined) return property;
  warn(
    env,
    'NO_PROPERTY_FOUND',
    `No property found with name '${key}' of value '${display(target)}'. Available properties: ${quoted(propertyNames(target))}`,
  );
  return null;
}
