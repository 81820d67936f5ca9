/** Between canonical JSON text and FEEL values. */
import { quoteJson } from './json-text.ts';
import { isNumber, numberJson, parseNumber } from './number.ts';
import { BudgetExceeded } from './runtime.ts';
import { javaText } from './temporal/format.ts';
import { context, isList, type Value } from './values.ts';

const TOKEN = /-?\d[\d.eE+-]*|"(?:[^"\\]|\\.)*"|true|false|null|[[\]{},:]/y;

/** Value of canonical JSON text (as stored); integers lossless, floats exact decimals of Java's text. */
export function parseValue(text: string): Value {
  let at = 0;
  const next = (): string => {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) throw new SyntaxError(`not canonical JSON at offset ${at}`);
    at += token.length;
    return token;
  };
  const list = (): Value => {
    const items: Value[] = [];
    for (let token = next(); token !== ']'; token = next()) {
      items.push(read(token === ',' ? next() : token));
    }
    return items;
  };
  const object = (): Value => {
    const entries = new Map<string, Value>();
    for (let token = next(); token !== '}'; token = next()) {
      const key: string = JSON.parse(token === ',' ? next() : token);
      next();
      entries.set(key, read(next()));
    }
    return context(entries);
  };
  const read = (token: string): Value => {
    switch (token[0]) {
      case '"':
        return token.includes('\\') ? JSON.parse(token) : token.slice(1, -1);
      case '[':
        return list();
      case '{':
        return object();
      case 't':
        return true;
      case 'f':
        return false;
      case 'n':
        return null;
      default:
        return parseNumber(token) ?? null;
    }
  };
  return read(next());
}

/** Characters of a result's JSON text, about; twice what a request may have. */
const MAX_RESULT = 8 * 1024 * 1024;

/** A list that holds a large value again and again is small in memory, but not its text. Throws `BudgetExceeded`. */
export function checkSize(value: Value): void {
  let left = MAX_RESULT;
  const spend = (size: number): void => {
    left -= size;
    if (left < 0) throw new BudgetExceeded(`The result is longer than ${MAX_RESULT} characters`);
  };
  const walk = (one: Value): void => {
    if (typeof one === 'string') spend(one.length + 3);
    else if (isList(one)) {
      spend(2);
      for (const item of one) walk(item);
    } else if (typeof one === 'object' && one !== null && 'kind' in one && one.kind === 'context') {
      spend(2);
      for (const [key, entry] of one.entries) {
        spend(key.length + 4);
        walk(entry);
      }
    } else spend(2);
  };
  walk(value);
}

/** Canonical JSON text of a value; undefined for a function, which Zeebe drops. */
export function valueText(value: Value): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoteJson(value);
  if (isNumber(value)) return numberJson(value);
  if (isList(value)) return `[${value.map((item) => valueText(item) ?? 'null').join(',')}]`;
  switch (value.kind) {
    case 'context': {
      const parts = [...value.entries].flatMap(([key, entry]) => {
        const text = valueText(entry);
        return text === undefined ? [] : [`${quoteJson(key)}:${text}`];
      });
      return `{${parts.join(',')}}`;
    }
    case 'function':
      return undefined;
    case 'range':
    case 'error':
      return 'null';
    default:
      return quoteJson(javaText(value));
  }
}
