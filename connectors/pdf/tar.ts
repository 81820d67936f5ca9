/** Reads the regular files of a ustar archive held in memory. Source: POSIX.1-1988 ustar header. */
const BLOCK = 512;

export interface TarEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Yields regular files only; directories follow from their names, links are not needed by our archives. */
export function* readTar(tar: Buffer): Generator<TarEntry> {
  let at = 0;
  while (at + BLOCK <= tar.length && tar[at] !== 0) {
    const name = text(tar, at, 100);
    const size = Number.parseInt(text(tar, at + 124, 12), 8) || 0;
    const type = String.fromCharCode(tar[at + 156] ?? 0);
    const start = at + BLOCK;
    if (type === '0' || type === '\0') yield { name, bytes: tar.subarray(start, start + size) };
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function text(tar: Buffer, from: number, length: number): string {
  const field = tar.toString('utf8', from, from + length);
  const end = field.indexOf('\0');
  return (end === -1 ? field : field.slice(0, end)).trim();
}
