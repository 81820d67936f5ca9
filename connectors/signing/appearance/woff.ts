/** Opens a WOFF 1.0 font (W3C Recommendation 2012): its tables, and the TrueType file they make. */
import { inflateSync } from 'node:zlib';

export interface FontTables {
  readonly flavor: number;
  readonly tables: ReadonlyMap<string, Buffer>;
}

const HEADER = 44;
const ENTRY = 20;

/** @throws RangeError for a file that is no WOFF */
export function openWoff(file: Buffer): FontTables {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('Not a WOFF 1.0 font.');
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(12); index += 1) {
    const at = HEADER + index * ENTRY;
    const offset = file.readUInt32BE(at + 4);
    const compressed = file.subarray(offset, offset + file.readUInt32BE(at + 8));
    const length = file.readUInt32BE(at + 12);
    tables.set(
      file.toString('latin1', at, at + 4),
      compressed.length < length ? inflateSync(compressed) : compressed,
    );
  }
  return { flavor: file.readUInt32BE(4), tables };
}

/** The same font as a TrueType file (OpenType 1.9 table directory). */
export function toTrueType(font: FontTables): Uint8Array {
  const entries = [...font.tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(entries.length));
  const header = Buffer.alloc(12 + entries.length * 16);
  header.writeUInt32BE(font.flavor, 0);
  header.writeUInt16BE(entries.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((entries.length - power) * 16, 10);
  const parts: Buffer[] = [header];
  let offset = header.length;
  for (const [index, [tag, table]] of entries.entries()) {
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    const at = 12 + index * 16;
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(checksum(padded), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
