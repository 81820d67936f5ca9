/** The one way to read a POST: CSRF is checked first, sizes are limited, files are streamed to where they belong. */
import { type Context, requestContext } from './context.server.ts';
import { csrfValid } from './csrf.server.ts';
import { failWith } from './errors.server.ts';
import { boundaryOf, MultipartError, multipartParts, partText } from './multipart.server.ts';

export interface PostedForm {
  /** Ordinary fields in the order of the page, without `_csrf`. */
  readonly entries: readonly (readonly [string, string])[];
  /** First value of a field; '' when absent. */
  value(name: string): string;
  values(name: string): string[];
}
export interface PostedFile {
  readonly field: string;
  readonly filename: string;
  readonly stream: ReadableStream<Uint8Array>;
}
export interface ReadFormOptions {
  /** Called for each chosen file while it arrives. Without it files are skipped. */
  readonly onFile?: (file: PostedFile) => Promise<void>;
  /** Most bytes of the whole request; 1 MB without files. */
  readonly maxBytes?: number;
}

const MEGABYTE = 1_048_576;
const MAX_FIELDS = 2000;

/**
 * Reads and checks the body of a POST.
 * @throws an error page: 403 when the CSRF token is missing or wrong (the token must come before any file), 413 when
 * too large, 400 when not readable
 */
export async function readForm(
  request: Request,
  context: Context,
  options: ReadFormOptions = {},
): Promise<PostedForm> {
  const { correlationId } = context.get(requestContext);
  const boundary = boundaryOf(request.headers.get('content-type'));
  try {
    const entries = boundary
      ? await readMultipart(request, context, boundary, options)
      : await readUrlEncoded(request, options.maxBytes ?? MEGABYTE);
    const token = entries.find(([name]) => name === '_csrf')?.[1];
    if (!csrfValid(request, context, token))
      throw failWith({ status: 403, details: { reason: 'csrf' }, correlationId });
    const own = entries.filter(([name]) => name !== '_csrf');
    const values = (name: string) => own.filter(([key]) => key === name).map(([, value]) => value);
    return { entries: own, values, value: (name) => values(name)[0] ?? '' };
  } catch (error) {
    if (error instanceof MultipartError)
      throw failWith({ status: error.reason === 'TOO_LARGE' ? 413 : 400, correlationId });
    throw error;
  }
}

async function readUrlEncoded(request: Request, maxBytes: number): Promise<[string, string][]> {
  if (!(request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded'))
    throw new MultipartError('MALFORMED', 'unknown content type');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new MultipartError('TOO_LARGE', 'body too large');
    chunks.push(chunk);
  }
  return [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))].slice(0, MAX_FIELDS);
}

async function readMultipart(
  request: Request,
  context: Context,
  boundary: string,
  options: ReadFormOptions,
): Promise<[string, string][]> {
  if (!request.body) throw new MultipartError('MALFORMED', 'no body');
  const entries: [string, string][] = [];
  for await (const part of multipartParts(request.body, boundary, {
    maxBytes: options.maxBytes ?? 64 * MEGABYTE,
    maxParts: MAX_FIELDS,
  })) {
    if (part.filename === undefined) {
      entries.push([part.name, await partText(part, MEGABYTE)]);
      continue;
    }
    if (part.filename === '' || !options.onFile) continue;
    const token = entries.find(([name]) => name === '_csrf')?.[1];
    if (!csrfValid(request, context, token))
      throw failWith({
        status: 403,
        details: { reason: 'csrf' },
        correlationId: context.get(requestContext).correlationId,
      });
    await options.onFile({
      field: part.name,
      filename: part.filename,
      stream: streamOf(part.body),
    });
  }
  return entries;
}

/** A web stream that asks for the next bytes only when they are wanted, so that no read is pending when it is given up. */
function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}
