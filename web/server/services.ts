/** Builds what the pages need around the engine: sessions' database, the CSRF key, limits, health. */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Runtime } from '../../engine/runtime/api.ts';
import { connect as connectDatabase, type Database } from '../../engine/sql/index.ts';
import type { Places } from '../../forms/types.ts';
import type { Accounts, Contact, Services } from '../app/server/context.server.ts';
import { createRateLimiter } from '../app/server/rate-limit.server.ts';
import type { WebEnv } from './env.ts';

export interface RunningServices {
  readonly services: Services;
  close(): Promise<void>;
}

/** What comes from the engine; tests and the real process differ only here. */
export interface EngineParts {
  readonly runtime: Runtime;
  readonly accounts: Accounts;
  places(): Promise<Places>;
  contact(): Promise<Contact | undefined>;
}

/** Assembles the services around given engine parts. */
export async function assembleServices(
  env: WebEnv,
  log: Logger,
  connect: (sql: Database) => Promise<EngineParts>,
): Promise<RunningServices> {
  const sql = connectDatabase(env.DATABASE_URL, {
    max: 5,
    name: 'motcua-web',
    connectTimeout: 5_000,
    statementTimeout: 10_000,
  });
  const csrfKey = await loadKey(sql, 'csrf');
  const { runtime, accounts, places, contact } = await connect(sql);
  const services: Services = {
    runtime,
    accounts,
    places: cached(places, KEPT_MS),
    contact: cached(contact, KEPT_MS),
    sql,
    env,
    log,
    csrfKey,
    limiter: createRateLimiter(),
    health: () => health(sql, runtime),
  };
  return {
    services,
    async close() {
      await runtime.close();
      await sql.end({ timeout: 3 });
    },
  };
}

/** A secret of this installation, made on the first start. */
async function loadKey(sql: Database, name: string): Promise<Uint8Array> {
  await sql`insert into motcua.web_key (name, secret) values (${name}, ${randomBytes(32)}) on conflict do nothing`;
  const [row] = await sql<{ secret: Uint8Array }[]>`select secret from motcua.web_key where name = ${name}`;
  if (!row) throw new Error(`the key ${name} could not be stored`);
  return row.secret;
}

type Part = Awaited<ReturnType<Runtime['health']>>[number];

async function health(sql: Database, runtime: Runtime): Promise<readonly Part[]> {
  const told =
    (name: string) =>
    (error: unknown): Part => ({
      name,
      ok: false,
      detail: error instanceof Error ? error.message : String(error),
    });
  const own: Part = await sql`select 1`.then(
    () => ({ name: 'web sessions', ok: true, detail: '' }),
    told('web sessions'),
  );
  const others = await runtime.health().catch((error: unknown) => [told('runtime')(error)]);
  return [own, ...others];
}

const KEPT_MS = 600_000;

/** Reads again after `ms`; while that fails, what was read last stands: error pages need the contact most. */
function cached<T>(read: () => Promise<T>, ms: number): () => Promise<T> {
  let value: { readonly of: T } | undefined;
  let until = 0;
  return async () => {
    if (value && Date.now() <= until) return value.of;
    try {
      value = { of: await read() };
      until = Date.now() + ms;
    } catch (error) {
      if (!value) throw error;
    }
    return value.of;
  };
}
