/** Applies web/migrations/*.sql in order of name, each once, under a lock that a second web process waits for. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from 'postgres';

const folder = join(import.meta.dirname, '..', 'migrations');
const LOCK = 7_206_101;

/** Returns the names of the migrations applied now. */
export async function migrateWeb(sql: Sql): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    await tx`create schema if not exists motcua`;
    await tx`create table if not exists motcua.web_migration (name text primary key, applied_at timestamptz not null default now())`;
    const done = new Set(
      (await tx<{ name: string }[]>`select name from motcua.web_migration`).map((row) => row.name),
    );
    const fresh = names.filter((name) => !done.has(name));
    for (const name of fresh) {
      await tx.unsafe(await readFile(join(folder, name), 'utf8'));
      await tx`insert into motcua.web_migration (name) values (${name})`;
    }
    return fresh;
  });
}
