/** Connects the pages with the engine's runtime, accounts and places. Outside the bundle: the runtime reads its own files. */
import type { Logger } from 'pino';
import { findOfficial, listPlaces, listUnits, verifyPassword } from '../../engine/routing/index.ts';
import { createRuntime } from '../../engine/runtime/index.ts';
import type { WebEnv } from './env.ts';
import { assembleServices, type RunningServices } from './services.ts';

/** Services of the real process. @throws when Postgres does not answer or its tables are missing */
export function createServices(env: WebEnv, log: Logger): Promise<RunningServices> {
  return assembleServices(env, log, async (sql) => ({
    runtime: await createRuntime({
      databaseUrl: env.DATABASE_URL,
      dataDir: env.DATA_DIR,
      publicUrl: env.PUBLIC_URL,
      log: (level, message, data) => log[level](data ?? {}, message),
    }),
    accounts: {
      signIn: ({ username, password }) => verifyPassword(sql, username, password),
      find: (officialId) => findOfficial(sql, officialId),
    },
    places: () => listPlaces(sql),
    contact: async () => (await listUnits(sql)).find((unit) => unit.kind === 'centre'),
  }));
}
