/** `instance of` with the types of the DMN standard. */
import type { TypeNode } from './syntax.ts';
import { isContext, isList, isRange, typeName, type Value } from './values.ts';

/** Whether a value is of a type; null is of none but `Null`. */
export function isOfType(value: Value, type: TypeNode): boolean {
  if (value === null) return type.name === 'Null';
  const { name, of = [], entries } = type;
  switch (name) {
    case 'Any':
      return true;
    case 'list':
      return isList(value) && of.every((item) => value.every((one) => isOfType(one, item)));
    case 'range':
      return (
        isRange(value) &&
        of.every((item) =>
          [value.start.value, value.end.value].every((end) => end === null || isOfType(end, item)),
        )
      );
    case 'context':
      if (!isContext(value)) return false;
      return [...(entries ?? [])].every(([key, test]) => {
        const entry = value.entries.get(key);
        return entry !== undefined && (entry === null || isOfType(entry, test));
      });
    default:
      return typeName(value) === name;
  }
}
