/** Binary arrays as PostgreSQL reads them. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../scripts/testing/postgres.ts';
import { columnArray, keyArray } from './arrays.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client(database.url);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('numbers, texts and nulls', async () => {
  const rows = [
    [2_251_799_813_685_249, 0, 'đơn "xin" {a,b}\\ \n'],
    [-1, -1, ''],
    [Number.MAX_SAFE_INTEGER, 2_147_483_647, null],
    [-(2 ** 52), -2_147_483_648, 'a\0b\ud800c🙂'],
    [null, null, 'x'.repeat(100_000)],
  ];
  const { rows: read } = await client.query({
    text: 'select a::text, b, c from unnest($1::bigint[], $2::int[], $3::text[]) as t(a, b, c)',
    values: [columnArray('bigint', rows, 0), columnArray('int', rows, 1), columnArray('text', rows, 2)],
  });
  expect(read.map(({ a, b, c }) => [a === null ? null : Number(a), b, c])).toEqual([
    [2_251_799_813_685_249, 0, 'đơn "xin" {a,b}\\ \n'],
    [-1, -1, ''],
    [Number.MAX_SAFE_INTEGER, 2_147_483_647, null],
    [-(2 ** 52), -2_147_483_648, 'a\ufffdb\ufffdc🙂'],
    [null, null, 'x'.repeat(100_000)],
  ]);
  const keys = await client.query('select 2251799813685250 = any ($1::bigint[]) as found', [
    keyArray([1, 2_251_799_813_685_250]),
  ]);
  expect(keys.rows).toEqual([{ found: true }]);
});

test('a type that no column has', () => {
  expect(() => columnArray('json', [['{}']], 0)).toThrow('no arrays of json');
});
