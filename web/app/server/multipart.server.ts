/**
 * Reads multipart/form-data (RFC 7578) part by part without holding a file in memory: each file is handed on as a
 * stream while it arrives. (@remix-run/form-data-parser collects each file whole before its handler sees it.)
 */

/** A part; `body` must be read to its end or left alone before the next part is asked for. */
export interface Part {
  readonly name: string;
  /** undefined: an ordinary field. Empty: a file input that was left empty. */
  readonly filename: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
}

export class MultipartError extends Error {
  readonly reason: 'MALFORMED' | 'TOO_LARGE';
  constructor(reason: 'MALFORMED' | 'TOO_LARGE', message: string) {
    super(message);
    this.name = 'MultipartError';
    this.reason = reason;
  }
}

const MAX_HEADER = 16_384;
const MAX_SWALLOWED = 268_435_456;
const CRLF2 = Buffer.from('\r\n\r\n');

/** The boundary of a multipart/form-data request; undefined for other content types. */
export function boundaryOf(contentType: string | null): string | undefined {
  const match = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(
    contentType ?? '',
  );
  return match?.[1] ?? match?.[2];
}

/**
 * Parts in the order they arrive.
 * @param limits.maxBytes most bytes of the whole body
 * @throws MultipartError when the body is not well formed, ends early or is too large
 */
export async function* multipartParts(
  stream: ReadableStream<Uint8Array>,
  boundary: string,
  limits: { maxBytes: number; maxParts: number },
): AsyncGenerator<Part> {
  const source = byteSource(stream, limits.maxBytes);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  try {
    // The opening boundary has no CRLF before it.
    source.unread(Buffer.from('\r\n'));
    await drain(source.until(delimiter));
    for (let count = 0; !(await isEnd(source)); count++) {
      if (count >= limits.maxParts)
        throw new MultipartError('TOO_LARGE', `more than ${limits.maxParts} parts`);
      const header = await collect(source.until(CRLF2), MAX_HEADER);
      const body = source.until(delimiter);
      yield { ...readHeader(header.toString('utf8')), body };
      await drain(body);
    }
  } finally {
    await source.close();
  }
}

/** Text of an ordinary field. */
export async function partText(part: Part, maxBytes: number): Promise<string> {
  return (await collect(part.body, maxBytes)).toString('utf8');
}

function readHeader(text: string): { name: string; filename: string | undefined } {
  const line = /^content-disposition:\s*form-data\b(.*)$/im.exec(text)?.[1] ?? '';
  const name = parameter(line, 'name');
  if (name === undefined) throw new MultipartError('MALFORMED', 'a part has no name');
  return { name, filename: parameter(line, 'filename') };
}

/** Browsers write the quote as %22 and line breaks as %0D%0A (HTML, multipart encoding algorithm). */
function parameter(line: string, key: string): string | undefined {
  const match = new RegExp(`;\\s*${key}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(line);
  return match?.[1]?.replaceAll('%22', '"').replaceAll('%0D', '').replaceAll('%0A', '');
}

/** After a boundary: `--` ends the body, CRLF starts the next part. */
async function isEnd(source: ByteSource): Promise<boolean> {
  const two = await source.take(2);
  if (two.equals(Buffer.from('--'))) return true;
  if (two.equals(Buffer.from('\r\n'))) return false;
  throw new MultipartError('MALFORMED', 'unexpected bytes after a boundary');
}

async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) throw new MultipartError('TOO_LARGE', 'a field is too long');
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks);
}

interface ByteSource {
  unread(bytes: Buffer): void;
  take(count: number): Promise<Buffer>;
  /** Bytes up to `delimiter`, which is consumed. Iterating again after the end gives nothing. */
  until(delimiter: Buffer): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

function byteSource(stream: ReadableStream<Uint8Array>, maxBytes: number): ByteSource {
  const reader = stream.getReader();
  let held: Buffer = Buffer.alloc(0);
  let total = 0;
  const more = async () => {
    const { done, value } = await reader.read();
    if (done) throw new MultipartError('MALFORMED', 'the body ended early');
    total += value.length;
    if (total > maxBytes) throw new MultipartError('TOO_LARGE', `more than ${maxBytes} bytes`);
    held =
      held.length === 0
        ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
        : Buffer.concat([held, value]);
  };
  return {
    unread(bytes) {
      held = Buffer.concat([bytes, held]);
    },
    async take(count) {
      while (held.length < count) await more();
      const bytes = held.subarray(0, count);
      held = held.subarray(count);
      return bytes;
    },
    until(delimiter) {
      let ended = false;
      return {
        [Symbol.asyncIterator]: () => ({
          async next() {
            while (!ended) {
              const at = held.indexOf(delimiter);
              const upTo = at >= 0 ? at : Math.max(0, held.length - delimiter.length + 1);
              const value = held.subarray(0, upTo);
              if (at >= 0) {
                ended = true;
                held = held.subarray(at + delimiter.length);
              } else held = held.subarray(upTo);
              if (value.length > 0) return { done: false as const, value };
              if (!ended) await more();
            }
            return { done: true as const, value: undefined };
          },
        }),
      };
    },
    async close() {
      // An answer is only read by a browser that could send everything: swallow the rest, but not without end.
      for (let swallowed = 0; swallowed < MAX_SWALLOWED; ) {
        const { done, value } = await reader.read();
        if (done) return;
        swallowed += value.length;
      }
      await reader.cancel();
    },
  };
}
