/** Runs numbered SQL files once each, in order, under an advisory lock; a changed file is refused. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Database } from './connect.ts';

const lockKey = 4_270_118; // any number that nobody else of ours takes

export class MigrationError extends Error {}

/**
 * Applies `NNN-name.sql` of each folder in the order given, in one transaction per file. A file is known by its folder's
 * parent and its name (`runtime/001-foundation.sql`), so rooms may number independently.
 * @throws MigrationError when a file that ran already was changed.
 */
export async function migrate(sql: Database, dirs: readonly string[]): Promise<readonly string[]> {
  return sql.session(async (connection) => {
    await connection`select pg_advisory_lock(${lockKey})`;
    try {
      await connection`create schema if not exists motcua`;
      await connection`create table if not exists motcua.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())`;
      const applied = new Map(
        (
          await connection<{ name: string; checksum: string }[]>`select name, checksum from motcua.migration`
        ).map((row) => [row.name, row.checksum]),
      );
      const ran: string[] = [];
      for (const dir of dirs) {
        const room = basename(join(dir, '..'));
        const files = (await readdir(dir)).filter((file) => /^\d{3}-.+\.sql$/.test(file)).sort();
        for (const file of files) {
          const name = `${room}/${file}`;
          const text = await readFile(join(dir, file), 'utf8');
          const checksum = createHash('sha256').update(text).digest('hex');
          const before = applied.get(name);
          if (before === checksum) continue;
          if (before !== undefined)
            throw new MigrationError(
              `${name} ran already and was changed afterwards: put the change into a new file`,
            );
          await connection`begin`;
          try {
            await connection`set local search_path = motcua, public`;
            await connection.unsafe(text);
            await connection`insert into motcua.migration (name, checksum) values (${name}, ${checksum})`;
            await connection`commit`;
          } catch (error) {
            await connection`rollback`;
            throw new MigrationError(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
              cause: error,
            });
          }
          ran.push(name);
        }
      }
      return ran;
    } finally {
      await connection`select pg_advisory_unlock(${lockKey})`;
    }
  });
}
