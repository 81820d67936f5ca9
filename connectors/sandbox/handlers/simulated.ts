/** What every simulated HTTP service has in common: switched faults first, then the answer, both kept for the pages. */
import { setTimeout as delay } from 'node:timers/promises';
import { type HttpHandler, HttpResponse, http } from 'msw';
import { faultOf, type System } from '../faults.ts';
import type { Sql } from '../store.ts';

export interface HandlerOptions {
  readonly sql: Sql;
  /** Origin and path prefix the handlers answer under, without a slash at the end. */
  readonly base: string;
  readonly now: () => Date;
  /** How long a `slow` system takes, milliseconds. */
  readonly slowMs: number;
}
export interface Answer {
  readonly response: Response;
  /** The request's own key, shown in the list of calls. */
  readonly key?: string;
  /** What is kept instead of the request's text, for large bodies. */
  readonly request?: string;
  readonly operation?: string;
}
export interface Simulated {
  readonly system: System;
  readonly operation: string;
  readonly path: string;
  /** A reply of status 200 that no client can use. */
  readonly nonsense: () => Response;
  readonly answer: (request: Request) => Promise<Answer>;
}

const keptCharacters = 20_000;
const keptCalls = 20_000;

export function simulated(service: Simulated, options: HandlerOptions): HttpHandler {
  const { sql } = options;
  return http.post(`${options.base}${service.path}`, async ({ request }) => {
    const started = performance.now();
    const keep = async (answer: Answer) => {
      const text = answer.response.type === 'error' ? '' : await answer.response.clone().text();
      const [row] = await sql<
        { id: string }[]
      >`insert into sandbox.call (system, operation, key, status, request, response, ms) values (
        ${service.system}, ${answer.operation ?? service.operation}, ${answer.key ?? null}, ${answer.response.status},
        ${storable(answer.request ?? '')}, ${storable(text)}, ${Math.round(performance.now() - started)}) returning id`;
      // Polling goes on for weeks: the latest calls are enough to look at.
      if (row && Number(row.id) % 1000 === 0)
        await sql`delete from sandbox.call where id <= ${Number(row.id) - keptCalls}`;
      return answer.response;
    };
    const mode = await faultOf(sql, service.system);
    if (mode === 'down') return keep({ response: HttpResponse.error() });
    if (mode === 'error') return keep({ response: new Response('Internal Server Error', { status: 500 }) });
    if (mode === 'wrong') return keep({ response: service.nonsense() });
    if (mode === 'slow') await delay(options.slowMs, undefined, { signal: request.signal }).catch(() => {});
    return keep(await service.answer(request));
  });
}

/** PostgreSQL text holds everything but NUL; long ones are cut, the pages show enough. */
function storable(text: string): string {
  return text.replaceAll('\0', '␀').slice(0, keptCharacters);
}
