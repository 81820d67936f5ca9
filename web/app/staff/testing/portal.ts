/** The real pages over the real runtime and Postgres for tests, without an engine: tasks are opened as the mirror would. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import pino from 'pino';
import type { ServerBuild } from 'react-router';
import { createServer as createVite } from 'vite';
import { migrate } from '../../../../engine/runtime/store/migrate.ts';
import { type Harness, startHarness } from '../../../../engine/runtime/testing/harness.ts';
import { createVisitor, type Visitor } from '../../../../scripts/story/visitor.ts';
import { demoPassword } from '../../../../seeds/accounts.ts';
import { createApp } from '../../../server/app.ts';
import { createServices } from '../../../server/engine.ts';
import { readWebEnv } from '../../../server/env.ts';

export interface Portal {
  readonly harness: Harness;
  readonly url: string;
  visitor(): Visitor;
  /** A visitor who has signed in. */
  signedIn(username: string): Promise<Visitor>;
  /** Ends every session, as half an hour without use does. */
  endSessions(): Promise<void>;
  close(): Promise<void>;
}

const web = resolve(import.meta.dirname, '../../..');

export async function startPortal(): Promise<Portal> {
  const harness = await startHarness();
  const { sql } = harness.context;
  await migrate(sql, [join(web, 'migrations')]);
  const vite = await createVite({
    root: web,
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    cacheDir: join(harness.dataDir, 'vite'),
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  const build = (await vite.ssrLoadModule('virtual:react-router/server-build')) as ServerBuild;
  const log = pino({ level: process.env.TEST_LOG ? 'info' : 'silent' });
  const settings = readWebEnv({ DATABASE_URL: harness.databaseUrl, DATA_DIR: harness.dataDir });
  if (!settings.ok) throw new Error(settings.lines.join('; '));
  const { services, close } = await createServices(settings.env, log);
  const server: Server = createServer(createApp({ build, services, log }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const visitor = (): Visitor => createVisitor({ baseUrl: url });
  return {
    harness,
    url,
    visitor,
    signedIn: async (username) => {
      const one = visitor();
      await one.open('/can-bo/dang-nhap');
      await one.press('Đăng nhập', { username, password: demoPassword });
      return one;
    },
    endSessions: async () => {
      await sql`update motcua.web_session set expires_at = now() - interval '1 minute'`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await vite.close();
      await close();
      await harness.close();
    },
  };
}
