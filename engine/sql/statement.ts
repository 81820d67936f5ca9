/** From a tagged template to the text and the values of one PostgreSQL statement. */
import { createHash } from 'node:crypto';

/** A JSON value as a parameter: `sql.json(value)`. */
export class Json {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** A quoted name, parts divided by dots: `sql('t.role')`. */
export class Identifier {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** `(columns) values (…), (…)` of an insert: `sql(rows)`. */
export class Rows {
  readonly rows: readonly object[];
  readonly columns: readonly string[];
  constructor(rows: readonly object[], columns: readonly string[]) {
    this.rows = rows;
    this.columns = columns.length > 0 ? columns : Object.keys(rows[0] ?? {});
  }
}

/** What stands between the texts of a template. */
export class Template {
  readonly strings: readonly string[];
  readonly values: readonly Value[];
  constructor(strings: readonly string[], values: readonly Value[]) {
    this.strings = strings;
    this.values = values;
  }
}

export type Scalar = string | number | bigint | boolean | Date | Uint8Array | null;
export type Parameter = Scalar | Json | readonly (string | number | bigint | boolean | Date | null)[];
export type Value = Parameter | Identifier | Rows | Template;

export interface Compiled {
  readonly text: string;
  /** As node-postgres takes them. */
  readonly values: unknown[];
}

/** The wire protocol counts parameters in 16 bits. */
const MOST_PARAMETERS = 65_535;

const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');

/** Without these PostgreSQL would guess from the neighbourhood: `$1 - interval '1 day'` would read an interval. */
function castOf(value: unknown): string {
  if (value instanceof Date) return '::timestamptz';
  if (typeof value === 'boolean') return '::bool';
  if (typeof value === 'bigint') return '::bigint';
  return value instanceof Uint8Array ? '::bytea' : '';
}

function encode(value: unknown): unknown {
  if (value instanceof Json) return JSON.stringify(value.value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  throw new TypeError(`a statement cannot take a value of type ${typeof value}; objects go through json()`);
}

/** Throws TypeError for undefined, bare objects and more than 65 535 parameters. */
export function compile(template: Template): Compiled {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => {
    values.push(encode(value));
    return `$${values.length}${castOf(value)}`;
  };
  const piece = (value: unknown): string => {
    if (value instanceof Template) return text(value);
    if (value instanceof Identifier) return quoted(value.name);
    if (!(value instanceof Rows)) return parameter(value);
    const rows = value.rows.map(
      (row) =>
        `(${value.columns.map((column) => parameter((row as Record<string, unknown>)[column])).join()})`,
    );
    return `(${value.columns.map(quoted).join()}) values ${rows.join()}`;
  };
  const text = ({ strings, values: inner }: Template): string => {
    let out = strings[0] ?? '';
    for (const [index, value] of inner.entries()) out += piece(value) + (strings[index + 1] ?? '');
    return out;
  };
  const whole = text(template);
  if (values.length > MOST_PARAMETERS) throw new TypeError(`${values.length} parameters in one statement`);
  return { text: whole, values };
}

const names = new Map<string, string>();

/** The name under which a connection keeps this statement prepared. */
export function preparedName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    // Texts are few; should they not be, they are only hashed again.
    if (names.size < 10_000) names.set(text, name);
  }
  return name;
}
