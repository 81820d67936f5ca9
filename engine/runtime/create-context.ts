/** Opens what every process of the runtime needs. */
import { createRouting } from '../routing/index.ts';
import type { Context, Log } from './context.ts';
import { connect } from './store/connect.ts';
import { createPlaces } from './store/places.ts';
import { getSecret } from './store/secrets.ts';

export interface ContextOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly publicUrl: string;
  readonly log: Log;
  readonly name?: string;
  /** Most connections to Postgres. */
  readonly connections?: number;
  readonly now?: () => Date;
}

/** The tables must exist: run `migrate` before. */
export async function createContext(options: ContextOptions): Promise<Context> {
  const sql = connect(options.databaseUrl, { max: options.connections ?? 10, name: options.name });
  return {
    sql,
    now: options.now ?? (() => new Date()),
    log: options.log,
    routing: await createRouting(),
    places: createPlaces(options.databaseUrl),
    dataDir: options.dataDir,
    publicUrl: options.publicUrl.replace(/\/+$/, ''),
    pinSecret: await getSecret(sql, 'pin'),
  };
}

export async function closeContext(context: Context): Promise<void> {
  await Promise.all([context.places.close(), context.sql.end({ timeout: 5 })]);
}
