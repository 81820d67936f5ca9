/** HTTP calls of connectors: time-out, no redirects, bounded replies, and every failure sorted into transient or permanent. */
import type { ConnectorContext } from './types.ts';
import { ConnectorError } from './types.ts';

export interface HttpCall {
  /** For messages and logs, e.g. `LGSP token`. */
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  readonly timeoutMs: number;
  /** Statuses ≥ 400 the caller wants to read itself (e.g. 401, or 500 carrying a SOAP fault). */
  readonly accept?: readonly number[];
}
type HttpContext = Pick<ConnectorContext<unknown>, 'fetch' | 'signal'> &
  Partial<Pick<ConnectorContext<unknown>, 'now'>>;

const passing = new Set([408, 425, 429]);

/** Joins a base URL and a path with exactly one slash between them, whatever both look like. */
export function joinUrl(base: string, path: string): URL {
  return new URL(`${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`);
}

/**
 * Sends one request. Redirects are not followed: they would carry credentials to a host nobody configured.
 * @throws ConnectorError NETWORK, TIMEOUT, ABORTED, HTTP_5xx, HTTP_429, HTTP_408, HTTP_425 (transient); other HTTP_4xx and HTTP_3xx (permanent)
 */
export async function httpCall(call: HttpCall, context: HttpContext): Promise<Response> {
  const timeout = AbortSignal.timeout(call.timeoutMs);
  let response: Response;
  try {
    response = await context.fetch(call.url, {
      method: call.method,
      redirect: 'manual',
      signal: AbortSignal.any([context.signal, timeout]),
      ...(call.headers && { headers: { ...call.headers } }),
      ...(call.body !== undefined && { body: call.body }),
    });
  } catch (cause) {
    throw networkError(call.operation, cause, { timeout, signal: context.signal, timeoutMs: call.timeoutMs });
  }
  if (response.status < 300 || call.accept?.includes(response.status)) return response;
  await response.body?.cancel();
  const transient = response.status >= 500 || passing.has(response.status);
  const retryAfterMs = retryAfter(response.headers.get('retry-after'), context.now?.() ?? new Date());
  throw new ConnectorError(
    `HTTP_${response.status}`,
    `${call.operation}: ${call.url.host} answered ${response.status}`,
    transient ? 'transient' : 'permanent',
    retryAfterMs === undefined ? {} : { retryAfterMs },
  );
}

/** The reply's bytes as they come; ends with REPLY_TOO_LARGE (permanent) beyond `maxBytes`, NETWORK when the line breaks. */
export async function* readBytes(
  response: Response,
  operation: string,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  if (!response.body) return;
  let size = 0;
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > maxBytes)
        throw new ConnectorError(
          'REPLY_TOO_LARGE',
          `${operation}: reply is larger than ${maxBytes} bytes`,
          'permanent',
        );
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof ConnectorError) throw cause;
    throw networkError(operation, cause);
  }
}

/** The reply as UTF-8 text, at most `maxBytes`. */
export async function readText(response: Response, operation: string, maxBytes = 1_000_000): Promise<string> {
  const decoder = new TextDecoder('utf-8');
  let text = '';
  for await (const chunk of readBytes(response, operation, maxBytes))
    text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** The reply as JSON; BAD_REPLY (permanent) when it is none. The text itself is not repeated: it may hold personal data. */
export async function readJson(response: Response, operation: string): Promise<unknown> {
  const text = await readText(response, operation);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConnectorError(
      'BAD_REPLY',
      `${operation}: reply is not JSON (${text.length} characters)`,
      'permanent',
      { cause },
    );
  }
}

/** `Retry-After` as milliseconds from `now`: seconds or an HTTP date (RFC 9110 10.2.3); undefined when absent or unreadable. */
export function retryAfter(header: string | null, now: Date): number | undefined {
  if (!header) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

function networkError(
  operation: string,
  cause: unknown,
  call?: { readonly timeout: AbortSignal; readonly signal: AbortSignal; readonly timeoutMs: number },
): ConnectorError {
  if (call?.signal.aborted && call.signal.reason?.name !== 'TimeoutError')
    return new ConnectorError('ABORTED', `${operation}: stopped on our side`, 'transient', { cause });
  if (call?.timeout.aborted || isTimeout(cause) || call?.signal.aborted)
    return new ConnectorError('TIMEOUT', `${operation}: no answer in time`, 'transient', { cause });
  return new ConnectorError(
    'NETWORK',
    `${operation}: cannot be reached (${networkCode(cause)})`,
    'transient',
    { cause },
  );
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}

function networkCode(cause: unknown): string {
  for (let error = cause; error instanceof Error; error = error.cause)
    if ('code' in error && typeof error.code === 'string') return error.code;
  return cause instanceof Error ? cause.name : 'unknown';
}
