/** Files under DATA_DIR/files: written aside, flushed, then renamed, so that a file which exists is whole. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { RuntimeError } from '../api.ts';

export interface Blob {
  /** Relative to DATA_DIR/files. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** The content is larger than allowed; nothing was kept. */
export class TooLarge extends Error {}

/**
 * Streams content to disk.
 * @throws TooLarge as soon as more than `maxBytes` have come.
 */
export async function writeBlob(
  dataDir: string,
  id: string,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Blob> {
  const path = join(id.slice(0, 2), id);
  const final = join(dataDir, 'files', path);
  const aside = `${final}.part`;
  await mkdir(dirname(final), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(aside, 'w', 0o600);
  try {
    for await (const chunk of content) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new TooLarge(`more than ${maxBytes} bytes`);
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(aside, { force: true });
    throw error;
  }
  await file.close();
  await rename(aside, final);
  const folder = await open(dirname(final));
  await folder.sync();
  await folder.close();
  return { path, size, sha256: hash.digest('hex') };
}

export async function writeBytes(dataDir: string, id: string, bytes: Uint8Array): Promise<Blob> {
  return writeBlob(dataDir, id, Readable.from([bytes]), bytes.byteLength);
}

export async function readBlob(dataDir: string, path: string): Promise<Uint8Array> {
  return readFile(join(dataDir, 'files', path));
}

export async function removeBlob(dataDir: string, path: string): Promise<void> {
  await rm(join(dataDir, 'files', path), { force: true });
}

/** @throws RuntimeError NOT_FOUND when the file is not on this machine */
export function openBlob(dataDir: string, path: string): ReadableStream<Uint8Array> {
  const stream = createReadStream(join(dataDir, 'files', path));
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      stream.destroy(
        new RuntimeError('NOT_FOUND', { vi: 'Không tìm thấy tệp.', en: 'The file was not found.' }),
      );
  });
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
