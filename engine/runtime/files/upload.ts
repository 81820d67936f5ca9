/** Uploads: streamed to disk, their true type found from their first bytes, limited while they come. */
import { fileTypeFromBuffer } from 'file-type';
import { RuntimeError, type StoredFile } from '../api.ts';
import type { Context } from '../context.ts';
import { json } from '../store/connect.ts';
import { type Blob, removeBlob, TooLarge, writeBlob } from './blobs.ts';

/** Enough for file-type to recognise every kind we take. */
const sniffBytes = 4_100;

interface UploadInput {
  readonly stream: ReadableStream<Uint8Array>;
  readonly name: string;
  readonly maxBytes: number;
  /** `.pdf`, `image/*`, `application/pdf` …; empty: any kind we can recognise. */
  readonly accept: readonly string[];
}

/** @throws RuntimeError INVALID: too large, empty, or not of a kind that is accepted (whatever its name says). */
export async function storeUpload(context: Context, input: UploadInput): Promise<StoredFile> {
  const id = crypto.randomUUID();
  let head: Uint8Array = new Uint8Array();
  let type: { ext: string; mime: string } | undefined;
  let sniffed = false;
  const sniff = async () => {
    sniffed = true;
    type = await fileTypeFromBuffer(head);
    if (!type || !accepted(type, input.accept)) throw notAccepted(input.accept);
  };
  async function* checked(): AsyncGenerator<Uint8Array> {
    for await (const chunk of input.stream) {
      if (!sniffed) {
        head = concat(head, chunk.subarray(0, sniffBytes - head.byteLength));
        if (head.byteLength >= sniffBytes) await sniff();
      }
      yield chunk;
    }
    if (head.byteLength === 0)
      throw new RuntimeError('INVALID', { vi: 'Tệp rỗng.', en: 'The file is empty.' }, { reason: 'EMPTY' });
    if (!sniffed) await sniff();
  }
  let blob: Blob;
  try {
    blob = await writeBlob(context.dataDir, id, checked(), input.maxBytes);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const mb = Math.floor(input.maxBytes / 104_857.6) / 10;
    throw new RuntimeError(
      'INVALID',
      { vi: `Tệp lớn hơn ${String(mb).replace('.', ',')} MB.`, en: `The file is larger than ${mb} MB.` },
      { reason: 'TOO_LARGE', maxBytes: input.maxBytes },
    );
  }
  const mime = type?.mime ?? 'application/octet-stream';
  const name = safeName(input.name);
  await context.sql`
    insert into document (id, kind, key, title, name, mime, size, sha256, path, created_at)
    values (${id}, 'upload', '', ${json(context.sql, { vi: name, en: name })}, ${name}, ${mime}, ${blob.size}, ${blob.sha256}, ${blob.path}, ${context.now()})`;
  return { id, name, mime, size: blob.size, sha256: blob.sha256 };
}

/** Uploads which no dossier took in are removed after `days`; called by the worker. */
export async function removeLooseUploads(context: Context, days: number): Promise<number> {
  const before = new Date(context.now().getTime() - days * 86_400_000);
  const rows = await context.sql<
    { path: string }[]
  >`delete from document where dossier_id is null and created_at < ${before} returning path`;
  for (const { path } of rows) await removeBlob(context.dataDir, path);
  return rows.length;
}

export function accepted(type: { ext: string; mime: string }, accept: readonly string[]): boolean {
  if (accept.length === 0) return true;
  const same = new Map([
    ['jpeg', 'jpg'],
    ['tiff', 'tif'],
  ]);
  const ext = same.get(type.ext) ?? type.ext;
  return accept.some((pattern) => {
    const p = pattern.trim().toLowerCase().replace(/^\*\./, '.');
    if (p === '*' || p === '*/*') return true;
    if (p.endsWith('/*')) return type.mime.startsWith(p.slice(0, -1));
    if (p.includes('/')) return p === type.mime;
    const wanted = p.replace(/^\./, '');
    return (same.get(wanted) ?? wanted) === ext;
  });
}

function notAccepted(accept: readonly string[]): RuntimeError {
  const kinds = accept.join(', ');
  return new RuntimeError(
    'INVALID',
    {
      vi: `Nội dung tệp không đúng loại được nhận (${kinds}).`,
      en: `The content is of none of the accepted kinds (${kinds}).`,
    },
    { reason: 'TYPE', accept },
  );
}

/** The last part of the path, without control characters; at most 200 characters. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = [...last.normalize('NFC')]
    .filter((c) => c >= ' ' && c !== '\u007f')
    .join('')
    .trim();
  return clean.slice(-200) || 'file';
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.byteLength + b.byteLength);
  joined.set(a);
  joined.set(b, a.byteLength);
  return joined;
}
