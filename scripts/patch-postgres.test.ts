import postgres from 'postgres';
import { expect, it } from 'vitest';
import { testDatabase } from './testing/postgres.ts';

it('no query hangs when PostgreSQL cuts connections again and again under load', async () => {
  const database = await testDatabase();
  const sql = postgres(database.url, { max: 4, onnotice: () => {} });
  const admin = postgres(database.url, { max: 1, onnotice: () => {} });
  const count = { done: 0, failed: 0, hung: 0 };
  let over = false;
  const loop = async () => {
    while (!over) {
      const work = sql.begin(async (tx) => {
        await tx`select 1`;
        await tx`select pg_sleep(0.01)`;
      });
      const hung = new Promise<'hung'>((resolve) => setTimeout(() => resolve('hung'), 4000).unref());
      count[
        await Promise.race([
          work.then(
            () => 'done' as const,
            () => 'failed' as const,
          ),
          hung,
        ])
      ]++;
    }
  };
  const loops = Array.from({ length: 8 }, loop);
  for (let cut = 0; cut < 30; cut++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`;
  }
  over = true;
  await Promise.all(loops);
  await Promise.all([sql.end({ timeout: 1 }), admin.end({ timeout: 1 })]);
  await database.drop();
  expect(count.hung).toBe(0);
  expect(count.done).toBeGreaterThan(20);
  expect(count.failed).toBeGreaterThan(0);
});
