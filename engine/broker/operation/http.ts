/** The management port: figures, readiness, and in tests the clock. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ControllableClock } from '../clock.ts';

export interface Management {
  readonly port: number;
  close(): Promise<void>;
}

export interface ManagementOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly metrics: () => string;
  readonly isReady: () => boolean;
  /** Only a broker for tests lets others move its clock. */
  readonly clock: ControllableClock | undefined;
}

const MAX_BODY = 10_000;
const CLOCK = '/actuator/clock';

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > MAX_BODY) throw new RangeError('the request is too large');
  }
  return body;
}

function numberIn(json: string, name: string): number {
  const value = (JSON.parse(json) as Record<string, unknown> | null)?.[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new SyntaxError(`${name} must be a number`);
  return value;
}

/** Zeebe's clock endpoint: GET, POST pin {"epochMilli"}, POST add {"offsetMilli"}, DELETE. */
async function moveClock(request: IncomingMessage, clock: ControllableClock): Promise<string | undefined> {
  const call = `${request.method} ${request.url?.slice(CLOCK.length)}`;
  if (call === 'POST /pin') clock.pin(numberIn(await bodyOf(request), 'epochMilli'));
  else if (call === 'POST /add') clock.add(numberIn(await bodyOf(request), 'offsetMilli'));
  else if (call === 'DELETE ') clock.reset();
  else if (call !== 'GET ') return undefined;
  const epochMilli = clock.now();
  return JSON.stringify({ epochMilli, instant: new Date(epochMilli).toISOString() });
}

async function answer(
  options: ManagementOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const say = (code: number, text: string, type = 'text/plain; charset=utf-8'): void => {
    response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
  };
  const { url = '' } = request;
  if (options.clock && url.startsWith(CLOCK)) {
    const now = await moveClock(request, options.clock);
    if (now === undefined) say(404, 'not found\n');
    else say(200, now, 'application/json');
  } else if (request.method !== 'GET') say(405, 'only GET\n');
  else if (url === '/metrics' || url === '/actuator/prometheus')
    say(200, options.metrics(), 'text/plain; version=0.0.4; charset=utf-8');
  else if (url === '/live') say(200, 'live\n');
  else if (url === '/ready')
    say(options.isReady() ? 200 : 503, options.isReady() ? 'ready\n' : 'not ready\n');
  else say(404, 'not found: /metrics, /ready, /live\n');
}

/** Listens; rejects with the error of the port when that cannot be had. */
export async function openManagement(options: ManagementOptions): Promise<Management> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      response.writeHead(400, { 'content-type': 'text/plain' });
      response.end(`${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
