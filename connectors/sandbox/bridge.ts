/** Serves msw handlers over real HTTP: Node request → Request → handler → Response → Node response. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { getResponse, type RequestHandler } from 'msw';

/** Origin the handlers are built for; what the client wrote into Host plays no part. */
export const bridgeOrigin = 'http://sandbox.invalid';
const maxBody = 64 * 1024 * 1024;

export async function serveHandlers(
  handlers: RequestHandler[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  if (Number(incoming.headers['content-length'] ?? 0) > maxBody)
    return plain(outgoing, 413, 'request is too large');
  const response = await getResponse(handlers, toRequest(incoming, gone.signal));
  if (!response) return plain(outgoing, 404, 'not found');
  if (response.type === 'error') {
    incoming.socket.destroy();
    return;
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body || incoming.method === 'HEAD') outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>), outgoing);
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each);
  const method = incoming.method === 'HEAD' ? 'GET' : (incoming.method ?? 'GET');
  const body =
    method === 'GET' ? undefined : (Readable.toWeb(limited(incoming)) as ReadableStream<Uint8Array>);
  // The path is put behind the origin as it is: `//host` in a request line must not become another origin.
  const url = `${bridgeOrigin}/${(incoming.url ?? '/').replace(/^\/+/, '')}`;
  return new Request(url, { method, headers, signal, ...(body && { body, duplex: 'half' }) });
}

function limited(incoming: IncomingMessage): Readable {
  let size = 0;
  return incoming.compose(async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBody) throw new Error('request is too large');
      yield chunk;
    }
  }) as Readable;
}

function plain(outgoing: ServerResponse, status: number, text: string): void {
  outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
