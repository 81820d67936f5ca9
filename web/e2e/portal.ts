/** The portal alone, in this process: pages, runtime and Postgres, without engine and worker. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { ServerBuild } from 'react-router';
import { freePort, startPostgres } from '../../engine/broker/operation/embedded-postgres.ts';
import { prepareDatabase } from '../../scripts/prepare.ts';
import { createApp } from '../server/app.ts';
import { createServices } from '../server/engine.ts';
import { readWebEnv } from '../server/env.ts';

export interface Portal {
  readonly url: string;
  readonly databaseUrl: string;
  /** Lines of the log, as written. */
  readonly log: readonly string[];
  /** Ends Postgres and starts it again on the same port. */
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  stop(): Promise<void>;
}

/** Needs the bundle in web/build. */
export async function startPortal(): Promise<Portal> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-portal-'));
  const options = { dataDir: join(folder, 'pg'), port: await freePort(), fsync: false };
  let database = await startPostgres(options);
  await prepareDatabase(database.url);
  const port = await freePort();
  const read = readWebEnv({ DATABASE_URL: database.url, DATA_DIR: folder, PORT: String(port) });
  if (!read.ok) throw new Error(read.lines.join('\n'));
  const lines: string[] = [];
  const log = pino({ base: {} }, { write: (line: string) => lines.push(line) });
  const bundle = join(import.meta.dirname, '..', 'build', 'server', 'index.js');
  const build = (await import(bundle)) as ServerBuild;
  const running = await createServices(read.env, log);
  const server = createServer(createApp({ build, services: running.services, log }));
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    databaseUrl: database.url,
    log: lines,
    stopDatabase: () => database.stop(),
    startDatabase: async () => {
      database = await startPostgres(options);
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await running.close();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
