/** Built-in functions on strings. */
import { type FeelNumber, intValue, isNumber } from '../number.ts';
import { extractAll, findPattern, replaceAll, splitBy } from '../regex.ts';
import { EvaluationAborted } from '../runtime.ts';
import { type FeelFunction, failure, type Value } from '../values.ts';
import { type BuiltinTable, builtin } from './builtin.ts';

const texts = (parameters: readonly string[], compute: (...args: string[]) => Value): FeelFunction =>
  builtin(parameters, (...args) =>
    args.every((arg) => typeof arg === 'string') ? compute(...(args as string[])) : undefined,
  );

const startIndex = (text: string, position: FeelNumber): number => {
  const index = intValue(position);
  return index > 0 ? index - 1 : text.length + index;
};

/** Java's substring, whose bounds are checked. @throws EvaluationAborted */
function cut(text: string, from: number, until: number): string {
  if (from >= 0 && from <= until && until <= text.length) return text.slice(from, until);
  throw new EvaluationAborted(
    `java.lang.StringIndexOutOfBoundsException: Range [${from}, ${until}) out of bounds for length ${text.length}`,
  );
}

/** A pattern function: an unreadable pattern is an error of the call. */
const guarded = (
  message: (pattern: string) => string,
  pattern: string,
  compute: () => Value | undefined,
): Value => compute() ?? failure(message(pattern));
const invalid = (pattern: string): string => `Invalid pattern '${pattern}'`;

export const stringFunctions: BuiltinTable = {
  substring: [
    builtin(['string', 'start position'], (text = null, start = null) =>
      typeof text === 'string' && isNumber(start)
        ? cut(text, startIndex(text, start), text.length)
        : undefined,
    ),
    builtin(['string', 'start position', 'length'], (text = null, start = null, length = null) => {
      if (typeof text !== 'string' || !isNumber(start) || !isNumber(length)) return undefined;
      const from = startIndex(text, start);
      return cut(text, from, Math.min(from + intValue(length), text.length));
    }),
  ],
  'string length': [texts(['string'], (text = '') => text.length)],
  'upper case': [texts(['string'], (text = '') => text.toUpperCase())],
  'lower case': [texts(['string'], (text = '') => text.toLowerCase())],
  'substring before': [
    texts(['string', 'match'], (text = '', match = '') => text.slice(0, Math.max(0, text.indexOf(match)))),
  ],
  'substring after': [
    texts(['string', 'match'], (text = '', match = '') => {
      const at = text.indexOf(match);
      return at < 0 ? '' : text.slice(at + match.length);
    }),
  ],
  replace: [
    texts(['input', 'pattern', 'replacement'], (input = '', pattern = '', replacement = '') =>
      guarded(invalid, pattern, () => replaceAll(input, pattern, '', replacement)),
    ),
    texts(
      ['input', 'pattern', 'replacement', 'flags'],
      (input = '', pattern = '', replacement = '', flags = '') =>
        guarded(invalid, pattern, () => replaceAll(input, pattern, flags, replacement)),
    ),
  ],
  contains: [texts(['string', 'match'], (text = '', match = '') => text.includes(match))],
  'starts with': [texts(['string', 'match'], (text = '', match = '') => text.startsWith(match))],
  'ends with': [texts(['string', 'match'], (text = '', match = '') => text.endsWith(match))],
  matches: [
    texts(['input', 'pattern'], (input = '', pattern = '') =>
      guarded(invalid, pattern, () => findPattern(input, pattern, '')),
    ),
    texts(['input', 'pattern', 'flags'], (input = '', pattern = '', flags = '') =>
      guarded(invalid, pattern, () => findPattern(input, pattern, flags)),
    ),
  ],
  split: [
    texts(['string', 'delimiter'], (text = '', delimiter = '') =>
      guarded(
        (pattern) => `Invalid pattern for delimiter '${pattern}'`,
        delimiter,
        () => splitBy(text, delimiter),
      ),
    ),
  ],
  extract: [
    texts(['input', 'pattern'], (input = '', pattern = '') =>
      guarded(invalid, pattern, () => extractAll(input, pattern)),
    ),
  ],
};
