import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../scripts/testing/postgres.ts';
import { connect, type Database } from './connect.ts';
import { MigrationError, migrate } from './migrate.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let sql: Database;
let dir: string;
beforeAll(async () => {
  database = await testDatabase();
  sql = connect(database.url);
  dir = join(await mkdtemp(join(tmpdir(), 'motcua-migrate-')), 'migrations');
  await mkdir(dir);
  await writeFile(join(dir, '001-first.sql'), 'create table a (n int);');
});
afterAll(async () => {
  await sql.end();
  await database.drop();
  await rm(join(dir, '..'), { recursive: true });
});

it('runs each file once, in order, also when several start at the same time', async () => {
  await writeFile(join(dir, '002-second.sql'), 'insert into a values (1);');
  const ran = await Promise.all([migrate(sql, [dir]), migrate(sql, [dir]), migrate(sql, [dir])]);
  expect(ran.flat()).toHaveLength(2);
  expect((await sql`select n from motcua.a`).length).toBe(1);
});

it('leaves nothing of a file that fails, and refuses one that was changed', async () => {
  const bad = join(dir, '003-bad.sql');
  await writeFile(bad, 'insert into a values (2); select nonsense;');
  await expect(migrate(sql, [dir])).rejects.toThrow(MigrationError);
  expect((await sql`select n from motcua.a`).length).toBe(1);
  await writeFile(bad, 'insert into a values (3);');
  expect(await migrate(sql, [dir])).toHaveLength(1);
  await writeFile(bad, 'insert into a values (4);');
  await expect(migrate(sql, [dir])).rejects.toThrow(/was changed afterwards/);
});
