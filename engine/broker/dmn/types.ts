/** Checks of a value against a `typeRef`: the built-in types only, as dmn-scala does; null is of every type. */
import { display, type Kind, kindOf, type Value } from '../feel/values.ts';
import { DecisionFailure } from './model.ts';

const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  string: ['string'],
  number: ['number'],
  boolean: ['boolean'],
  time: ['time', 'local-time'],
  date: ['date'],
  dateTime: ['date-time', 'local-date-time'],
  dayTimeDuration: ['duration'],
  yearMonthDuration: ['period'],
};

/** The value itself. @throws DecisionFailure when it is of another type */
export function checked(value: Value, typeRef: string | undefined): Value {
  if (!typeRef || value === null) return value;
  const type = typeRef.replaceAll('feel:', '');
  const kinds = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kinds && !kinds.includes(kindOf(value))) {
    throw new DecisionFailure(`expected '${type}' but found '${display(value)}'`);
  }
  return value;
}
