/** Columns of a batch as PostgreSQL arrays in binary form: nothing to quote here, nothing to parse there. */

export type Value = string | number | null;

interface ArrayType {
  readonly oid: number;
  /** Bytes of a value. */
  size(value: string | number): number;
  /** Writes a value at a place. */
  write(target: Buffer, at: number, value: string | number): void;
}

const NUL = '\0';
const REPLACEMENT = '\ufffd';
/** PostgreSQL text takes no NUL; lone surrogates become U+FFFD when they are written as UTF-8. */
const storable = (text: string): string => (text.includes(NUL) ? text.replaceAll(NUL, REPLACEMENT) : text);

const types: Readonly<Record<string, ArrayType>> = {
  bigint: {
    oid: 20,
    size: () => 8,
    write(target, at, value) {
      const number = Number(value);
      target.writeInt32BE(Math.floor(number / 2 ** 32), at);
      target.writeUInt32BE(number >>> 0, at + 4);
    },
  },
  int: {
    oid: 23,
    size: () => 4,
    write: (target, at, value) => target.writeInt32BE(Number(value), at),
  },
  text: {
    oid: 25,
    size: (value) => Buffer.byteLength(String(value)),
    write: (target, at, value) => target.write(String(value), at),
  },
};

const HEAD = 20;
const PREFIX = 4;

/** Column `index` of some rows as a binary array; bigints must be exact in a number. Throws for a type that is not in the schema. */
export function columnArray(type: string, rows: readonly (readonly Value[])[], index: number): Buffer {
  const found = types[type];
  if (!found) throw new Error(`no arrays of ${type}`);
  const values = rows.map((row) => {
    const value = row[index] ?? null;
    return typeof value === 'string' ? storable(value) : value;
  });
  const sizes = values.map((value) => (value === null ? -1 : found.size(value)));
  const total = sizes.reduce((sum, size) => sum + PREFIX + Math.max(size, 0), HEAD);
  const bytes = Buffer.allocUnsafe(total);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(sizes.includes(-1) ? 1 : 0, 4);
  bytes.writeInt32BE(found.oid, 8);
  bytes.writeInt32BE(values.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = HEAD;
  for (const [row, value] of values.entries()) {
    const size = sizes[row] as number;
    bytes.writeInt32BE(size, at);
    at += PREFIX;
    if (value === null) continue;
    found.write(bytes, at, value);
    at += size;
  }
  return bytes;
}

/** Keys as a binary bigint array. */
export const keyArray = (keys: readonly number[]): Buffer =>
  columnArray(
    'bigint',
    keys.map((key) => [key]),
    0,
  );
