/** Which statements are prepared. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../scripts/testing/postgres.ts';
import { openWriter, statementNames, type Writer } from './connection.ts';

test('a statement is prepared when it comes again', () => {
  const names = statementNames(7);
  expect([names.nameOf('a'), names.nameOf('a'), names.nameOf('a'), names.nameOf('a')]).toEqual([
    undefined,
    undefined,
    'g7s0',
    'g7s0',
  ]);
  expect(names.nameOf('b')).toBeUndefined();
});

let database: TestDatabase;
let writer: Writer;
beforeAll(async () => {
  database = await testDatabase();
  writer = await openWriter(
    { databaseUrl: database.url, connectTimeout: 5_000, statementTimeout: 5_000 },
    () => undefined,
  );
});
afterAll(async () => {
  await writer.close();
  await database.drop();
});

test('thousands of statements: each is right, few are kept', async () => {
  for (let index = 0; index < 900; index++)
    for (let time = 0; time < 4; time++) {
      const [row] = await writer.run<{ sum: number }>(`select ${index} + $1::int as sum`, [time]);
      expect(row?.sum).toBe(index + time);
    }
  const [kept] = await writer.run<{ count: number }>(
    'select count(*)::int as count from pg_prepared_statements',
  );
  expect(kept?.count).toBeLessThanOrEqual(400);
  expect(kept?.count).toBeGreaterThan(0);
}, 30_000);
