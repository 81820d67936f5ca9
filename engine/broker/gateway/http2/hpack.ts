/** Header compression (RFC 7541): reading whatever a client sends, writing the little that the broker answers. */
import { staticTable } from './hpack-tables.ts';
import { huffmanDecoded } from './huffman.ts';

/** The block breaks the rules; the connection cannot go on. */
export class HpackError extends Error {}

interface Entry {
  readonly name: string;
  readonly value: string;
}
const fixed: readonly Entry[] = staticTable.map(([name, value = '']) => ({ name, value }));

/** The size that both sides begin with, and the most we allow. */
const TABLE_SIZE = 4096;
const ENTRY_OVERHEAD = 32;
const sizeOf = ({ name, value }: Entry): number => name.length + value.length + ENTRY_OVERHEAD;

export interface HpackDecoder {
  /** Reads a whole header block; throws `HpackError`. */
  decode(block: Buffer, onHeader: (name: string, value: string) => void): void;
}

/** `maxList` bounds the size of one list of headers. */
export function createHpackDecoder(maxList: number): HpackDecoder {
  /** Newest last. */
  let table: Entry[] = [];
  let size = 0;
  let limit = TABLE_SIZE;
  let block: Buffer = Buffer.alloc(0);
  let at = 0;

  function shrink(): void {
    let gone = 0;
    while (size > limit) size -= sizeOf(table[gone++] as Entry);
    if (gone > 0) table = table.slice(gone);
  }
  function enter(entry: Entry): void {
    table.push(entry);
    size += sizeOf(entry);
    shrink();
  }
  function integer(prefix: number): number {
    const mask = (1 << prefix) - 1;
    let value = (block[at++] as number) & mask;
    if (value < mask) return value;
    for (let shift = 0; shift <= 21; shift += 7) {
      const byte = block[at++];
      if (byte === undefined) break;
      value += (byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw new HpackError('an integer is not valid');
  }
  function text(): string {
    const first = block[at];
    if (first === undefined) throw new HpackError('the block ends too early');
    const length = integer(7);
    const end = at + length;
    if (end > block.length) throw new HpackError('the block ends too early');
    const value = first >= 128 ? huffmanDecoded(block.subarray(at, end)) : block.toString('latin1', at, end);
    if (value === undefined) throw new HpackError('a text is not valid');
    at = end;
    return value;
  }
  function entryAt(index: number): Entry {
    const entry = index <= fixed.length ? fixed[index - 1] : table[table.length - (index - fixed.length)];
    if (!entry) throw new HpackError(`no entry ${index}`);
    return entry;
  }
  /** A header with a text of its own; `prefix` bits hold the index of its name. */
  function literal(prefix: number): Entry {
    const index = integer(prefix);
    const name = index === 0 ? text() : entryAt(index).name;
    return { name, value: text() };
  }

  return {
    decode(bytes, onHeader) {
      block = bytes;
      at = 0;
      let list = 0;
      while (at < block.length) {
        const first = block[at] as number;
        let entry: Entry;
        if (first >= 128) entry = entryAt(integer(7));
        else if (first >= 64) {
          entry = literal(6);
          enter(entry);
        } else if (first >= 32) {
          limit = integer(5);
          if (limit > TABLE_SIZE) throw new HpackError('the table is too large');
          shrink();
          continue;
        } else entry = literal(4);
        list += sizeOf(entry);
        if (list > maxList) throw new HpackError('there are too many headers');
        onHeader(entry.name, entry.value);
      }
    },
  };
}

const WITH_INDEXING = 0x40;
const INDEXED = 0x80;
const SIZE_ZERO = 0x20;

function integerBytes(value: number, prefix: number, flags: number): number[] {
  const mask = (1 << prefix) - 1;
  if (value < mask) return [flags | value];
  const bytes = [flags | mask];
  let rest = value - mask;
  for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
  return bytes;
}
const textBytes = (text: string): number[] => [
  ...integerBytes(text.length, 7, 0),
  ...Buffer.from(text, 'latin1'),
];
const literalBytes = (name: string, value: string, flags: number): number[] => {
  const index = fixed.findIndex((entry) => entry.name === name) + 1;
  const prefix = flags === WITH_INDEXING ? 6 : 4;
  return [
    ...(index > 0 ? integerBytes(index, prefix, flags) : [flags, ...textBytes(name)]),
    ...textBytes(value),
  ];
};

export type Headers = readonly (readonly [name: string, value: string])[];

export interface HpackEncoder {
  /** Headers that come again with every answer; from the second time on a byte each. The list given is the key: always the same object. */
  repeated(headers: Headers): Buffer;
  /** Headers that are said once. */
  once(headers: Headers): Buffer;
  /** The other side wants a table of this size. */
  limit(size: number): void;
}

/** Values must be Latin-1. */
export function createHpackEncoder(): HpackEncoder {
  /** What the other side keeps, oldest first. */
  const known: string[] = [];
  let indexing = true;
  let reset = false;
  const blocks = new Map<Headers, { readonly block: Buffer; readonly size: number }>();

  const start = (): number[] => {
    if (!reset) return [];
    reset = false;
    return [SIZE_ZERO];
  };
  function bytesOf(name: string, value: string): number[] {
    const static_ = fixed.findIndex((entry) => entry.name === name && entry.value === value) + 1;
    if (static_ > 0) return [INDEXED | static_];
    if (!indexing) return literalBytes(name, value, 0);
    const at = known.indexOf(`${name}\n${value}`);
    if (at >= 0) return integerBytes(fixed.length + known.length - at, 7, INDEXED);
    known.push(`${name}\n${value}`);
    return literalBytes(name, value, WITH_INDEXING);
  }
  return {
    repeated(headers) {
      const before = blocks.get(headers);
      if (before && before.size === known.length && !reset) return before.block;
      const begun = known.length;
      const block = Buffer.from([...start(), ...headers.flatMap(([name, value]) => bytesOf(name, value))]);
      // a block that taught the other side something is not the one to say again
      if (known.length === begun) blocks.set(headers, { block, size: known.length });
      return block;
    },
    once: (headers) =>
      Buffer.from([...start(), ...headers.flatMap(([name, value]) => literalBytes(name, value, 0))]),
    limit(size) {
      if (size >= TABLE_SIZE || !indexing) return;
      indexing = false;
      reset = true;
      known.length = 0;
      blocks.clear();
    },
  };
}
