/** Built-in functions on booleans and on missing values. */
import { failure } from '../values.ts';
import { type BuiltinTable, builtin } from './builtin.ts';

const NOT_FULFILLED = 'The condition is not fulfilled';

export const booleanFunctions: BuiltinTable = {
  not: [builtin(['negand'], (negand) => (typeof negand === 'boolean' ? !negand : null))],
  'is defined': [builtin(['value'], (value) => value !== null)],
  'get or else': [builtin(['value', 'default'], (value, fallback) => (value === null ? fallback : value))],
  assert: [
    builtin(['value', 'condition'], (value, condition) =>
      condition === true ? value : failure(NOT_FULFILLED),
    ),
    builtin(['value', 'condition', 'cause'], (value, condition, cause) => {
      if (condition === true) return value;
      return typeof cause === 'string' ? failure(cause) : undefined;
    }),
  ],
};
