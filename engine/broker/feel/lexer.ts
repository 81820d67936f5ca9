/** Lexical rules of FEEL, read on demand at an offset: context keys may hold any text, so there is no token list. */

const BLANK = /[\t\n\v\f\r \u0085\u00A0\u1680\u180E\u2000-\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF]/;
const NAME_START = /[\p{L}\p{Nl}\p{Sc}\p{Pc}]/u;
const NAME_PART = /[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}]/u;
const RESERVED = new Set([
  'null',
  'true',
  'false',
  'function',
  'in',
  'return',
  'then',
  'else',
  'satisfies',
  'and',
  'or',
]);
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)/y;
const STRING = /"(?:\\[\s\S]|[^"\\])*"/y;

const codePoint = (source: string, at: number): string => String.fromCodePoint(source.codePointAt(at) ?? 0);

/** Offset behind blanks and comments (`// …` to the line's end, block comments). */
export function skipBlanks(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    if (BLANK.test(source[at] as string)) {
      at += 1;
    } else if (source.startsWith('//', at)) {
      const end = source.indexOf('\n', at);
      at = end < 0 ? source.length : end + 1;
    } else if (source.startsWith('/*', at)) {
      const end = source.indexOf('*/', at + 2);
      if (end < 0) return at;
      at = end + 2;
    } else {
      break;
    }
  }
  return at;
}

/** End of the word (name or keyword) at `at`; `at` itself when there is none. */
export function wordEnd(source: string, at: number): number {
  if (at >= source.length || !NAME_START.test(codePoint(source, at))) return at;
  let end = at;
  while (end < source.length) {
    const char = codePoint(source, end);
    if (!NAME_PART.test(char)) break;
    end += char.length;
  }
  return end;
}

/** A name that is not a reserved word. */
export function nameAt(source: string, at: number): string | undefined {
  const word = source.slice(at, wordEnd(source, at));
  return word === '' || RESERVED.has(word) ? undefined : word;
}

/** Name in backticks, any characters inside. */
export function quotedNameAt(source: string, at: number): { name: string; end: number } | undefined {
  if (source[at] !== '`') return undefined;
  const end = source.indexOf('`', at + 1);
  return end > at + 1 ? { name: source.slice(at + 1, end), end: end + 1 } : undefined;
}

/** Two or more names with single blanks between, the text as written: `date and time` is not one, `string length` is. */
export function spacedNameAt(source: string, at: number): string | undefined {
  const first = nameAt(source, at);
  if (first === undefined) return undefined;
  let end = at + first.length;
  let parts = 1;
  for (;;) {
    let next = end;
    while (source[next] === ' ') next += 1;
    const word = next > end ? nameAt(source, next) : undefined;
    if (word === undefined) break;
    end = next + word.length;
    parts += 1;
  }
  return parts > 1 ? source.slice(at, end) : undefined;
}

export function numberAt(source: string, at: number): string | undefined {
  NUMBER.lastIndex = at;
  return NUMBER.exec(source)?.[0];
}

/** String literal with its quotes, escapes not yet translated. */
export function stringAt(source: string, at: number): string | undefined {
  STRING.lastIndex = at;
  return STRING.exec(source)?.[0];
}

const ESCAPES: readonly (readonly [string, string])[] = [
  ['\\f', '\f'],
  ['\\"', '"'],
  ["\\'", "'"],
  ['\\t', '\t'],
  ['\\s', ' '],
  ['\\b', '\b'],
  ['\\r', '\r'],
  ['\\n', '\n'],
];

/** Content of a string literal; `\u…` and a doubled backslash stay as they are (Camunda 1.17). */
export function unescapeText(literal: string): string {
  const inner = literal.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  return ESCAPES.reduce((text, [sequence, char]) => text.replaceAll(sequence, () => char), inner);
}

const KEY_END = new Set(['"', '{', '}', ':', ',', '[', ']', '`']);

/** Context key as free text up to the colon, blanks around it cut. */
export function freeKeyAt(source: string, at: number): string | undefined {
  let end = at;
  while (end < source.length && !KEY_END.has(source[end] as string)) end += 1;
  const key = source.slice(at, end).trimEnd();
  return key === '' ? undefined : key;
}
