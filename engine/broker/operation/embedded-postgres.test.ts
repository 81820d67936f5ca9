import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { connect } from '../../sql/index.ts';
import { startPostgres } from './embedded-postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-pg-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is committed survives a kill of the server, and a leftover server is ended by the next start', async () => {
  const dataDir = join(folder, 'pg');
  const first = await startPostgres({ dataDir });
  const sql = connect(first.url, { max: 1 });
  await sql`create table kept (n int)`;
  await sql`insert into kept values (1)`;
  await sql.end();

  const second = await startPostgres({ dataDir }); // the first one still runs: as after a killed supervisor
  await first.exited;
  process.kill(second.pid, 'SIGKILL');
  await second.exited;

  const third = await startPostgres({ dataDir });
  const again = connect(third.url, { max: 1 });
  expect(await again`select n from kept`).toEqual([{ n: 1 }]);
  await again.end();
  await third.stop();
});
