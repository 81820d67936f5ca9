/** One throw-away PostgreSQL for a whole test run; each test file takes a database of its own from it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../engine/broker/operation/embedded-postgres.ts';

export async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
  const server = await startPostgres({ dataDir: join(folder, 'pg'), fsync: false });
  process.env.TEST_POSTGRES_URL = server.url;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
