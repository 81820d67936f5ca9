/** Client JSON to the one canonical text the broker stores: minified, numbers in Zeebe's forms, as lenient as Zeebe. */
import { javaDouble } from './java-double.ts';

/** Bad JSON from a client; `message` is Zeebe's text, without the RPC's prefix. */
export class JsonError extends Error {}

const MAX_DEPTH = 1000;
const MAX_UNSIGNED = 2n ** 64n - 1n;
const MIN_SIGNED = -(2n ** 63n);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LONGEST_NUMBER = 1000;
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
};
const CONTROL: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON must escape
const UNSAFE = /["\\\u0000-\u001f\ud800-\udfff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a control character may not stand in a JSON string
const PLAIN = { '"': /[^"\\\u0000-\u001f]*/y, "'": /[^'\\\u0000-\u001f]*/y } as const;

const hex = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** JSON string literal as Zeebe writes it: non-ASCII raw, control characters and surrogate pairs escaped, lone surrogates `?`. */
export function quoteJson(text: string): string {
  UNSAFE.lastIndex = 0;
  if (!UNSAFE.test(text)) return `"${text}"`;
  const escaped = text
    .toWellFormed()
    .replaceAll('\ufffd', (char, at: number) => (text[at] === '\ufffd' ? char : '?'))
    .replace(UNSAFE, (char) => (char === '"' || char === '\\' ? `\\${char}` : (CONTROL[char] ?? hex(char))));
  return `"${escaped}"`;
}

/** Canonical text of a JSON number: integers exact, everything else as Java writes a double. */
function numberText(literal: string): string {
  if (!/[.eE]/.test(literal)) {
    const value = BigInt(literal);
    if (value > MAX_UNSIGNED || value < MIN_SIGNED) {
      throw new JsonError('MessagePack cannot serialize BigInteger larger than 2^64-1');
    }
    return value.toString();
  }
  const value = Number(literal);
  return Number.isFinite(value) ? javaDouble(value) : quoteJson(javaDouble(value));
}

interface Reader {
  /** Reads one value and returns its canonical text. */
  readonly value: () => string;
  /** Reads an object's entries: name → canonical text, a repeated name takes the last value. */
  readonly entries: () => Map<string, string>;
  readonly kind: () => string;
}

function createReader(text: string): Reader {
  let at = 0;
  let depth = 0;

  const fail = (position: number): never => {
    const before = text.slice(0, Math.min(position, text.length));
    const line = before.split('\n').length;
    const column =
      Buffer.byteLength(before.slice(before.lastIndexOf('\n') + 1)) + 1 + Math.max(0, position - text.length);
    throw new JsonError(
      `Invalid JSON value: ${text}\n at [Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: ${line}, column: ${column}]`,
    );
  };
  const blanks = (): void => {
    while (at < text.length && ' \t\r\n'.includes(text[at] as string)) at += 1;
  };

  function string(): string {
    const quote = text[at] as '"' | "'";
    const plain = PLAIN[quote];
    at += 1;
    let result = '';
    for (;;) {
      plain.lastIndex = at;
      result += plain.exec(text)?.[0] ?? '';
      at = plain.lastIndex;
      const char = text[at];
      if (char === quote) {
        at += 1;
        return result;
      }
      if (char !== '\\') return fail(at);
      result += escaped();
    }
  }

  function escaped(): string {
    const char = text[at + 1] ?? '';
    if (char === 'u') {
      const code = text.slice(at + 2, at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(code)) return fail(at + 2);
      at += 6;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    const known = ESCAPES[char];
    if (known === undefined) return fail(at + 1);
    at += 2;
    return known;
  }

  function word(expected: string): string {
    const end = /\w*/y;
    end.lastIndex = at;
    const found = end.exec(text)?.[0] ?? '';
    if (found !== expected) return fail(at + found.length + 1);
    at += found.length;
    return expected;
  }

  function number(): string {
    NUMBER.lastIndex = at;
    const literal = NUMBER.exec(text)?.[0];
    if (literal === undefined || literal.length > LONGEST_NUMBER) return fail(text[at] === '-' ? at + 1 : at);
    at += literal.length;
    if (/[\w.+]/.test(text[at] ?? '')) return fail(/[.eE]/.test(text[at] ?? '') ? at + 1 : at);
    return numberText(literal);
  }

  function nestedText(read: () => string): string {
    depth += 1;
    if (depth > MAX_DEPTH) return fail(at);
    const result = read();
    depth -= 1;
    return result;
  }

  function array(): string {
    at += 1;
    const items: string[] = [];
    blanks();
    if (text[at] === ']') {
      at += 1;
      return '[]';
    }
    for (;;) {
      items.push(value());
      blanks();
      const char = text[at];
      at += 1;
      if (char === ']') return `[${items.join(',')}]`;
      if (char !== ',') return fail(at - 1);
    }
  }

  function entries(): Map<string, string> {
    const found = new Map<string, string>();
    blanks();
    at += 1;
    blanks();
    if (text[at] === '}') {
      at += 1;
      return found;
    }
    for (;;) {
      blanks();
      if (text[at] !== '"' && text[at] !== "'") fail(at);
      const name = string();
      blanks();
      if (text[at] !== ':') fail(at);
      at += 1;
      found.set(name, value());
      blanks();
      const char = text[at];
      at += 1;
      if (char === '}') return found;
      if (char !== ',') return fail(at - 1);
    }
  }

  function value(): string {
    blanks();
    switch (text[at]) {
      case '{':
        return nestedText(() => joinEntries(entries()));
      case '[':
        return nestedText(array);
      case '"':
      case "'":
        return quoteJson(string());
      case 't':
        return word('true');
      case 'f':
        return word('false');
      case 'n':
        return word('null');
      default:
        return number();
    }
  }

  function kind(): string {
    blanks();
    const char = text[at] ?? '';
    if (char === '{') return 'OBJECT';
    if (char === '[') return 'ARRAY';
    if (char === '"' || char === "'") return 'STRING';
    if (char === 't' || char === 'f') return 'BOOLEAN';
    return 'INTEGER';
  }

  return { value, entries, kind };
}

/** Object text of named canonical values, in the map's order. */
export const joinEntries = (entries: ReadonlyMap<string, string>): string =>
  `{${[...entries].map(([name, value]) => `${quoteJson(name)}:${value}`).join(',')}}`;

/** Canonical text of any JSON value; what follows the first value is ignored. @throws JsonError */
export const canonicalJson = (text: string): string => createReader(text).value();

/**
 * Variables of a client's document: name → canonical text. '', blanks and `null` are an empty document; what follows the
 * object is ignored; single quotes are accepted (zeebe.md 1.8).
 * @throws JsonError with Zeebe's message
 */
export function parseDocument(text: string, property = 'variables'): Map<string, string> {
  const reader = createReader(text);
  if (text.trim() === '' || text.trim() === 'null') return new Map();
  const kind = reader.kind();
  if (kind === 'OBJECT') return reader.entries();
  const found = reader.value();
  if (found === 'null') return new Map();
  const actual = kind === 'INTEGER' && /[.E]/.test(found) ? 'FLOAT' : kind;
  throw new JsonError(
    `Property '${property}' is invalid: Expected document to be a root level object, but was '${actual}'`,
  );
}

/** Client document → canonical minified text of an object. @throws JsonError with Zeebe's message */
export const normalizeJson = (text: string, property = 'variables'): string =>
  joinEntries(parseDocument(text, property));
