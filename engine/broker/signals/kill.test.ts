/** kill -9 in the middle of a broadcast: whoever waited hears the signal once, after the restart at the latest. */
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../scripts/testing/postgres.ts';
import { connect, type Database } from '../../sql/index.ts';
import { bpmn, chain, element, start, task } from '../testing/bpmn.ts';
import type { TestClient } from '../testing/client.ts';
import { type BrokerProcess, spawnBroker } from '../testing/process.ts';

let database: TestDatabase;
let sql: Database;
const cleanups: (() => unknown)[] = [];
beforeEach(async () => {
  database = await testDatabase();
  sql = connect(database.url, { max: 1 });
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  await sql.end();
  await database.drop();
});

async function begin(): Promise<BrokerProcess> {
  const broker = await spawnBroker(database.url);
  cleanups.push(broker.stop);
  return broker;
}

const count = async (table: string): Promise<number> => {
  const [row] = await sql.unsafe<{ n: string }[]>(`select count(*) as n from zeebe.${table}`);
  return Number(row?.n);
};
const TOTAL = 3_000;

test('a broadcast goes on after kill -9', { timeout: 60_000 }, async () => {
  const before = await begin();
  const catching = element('intermediateCatchEvent', 'c', '', '<bpmn:signalEventDefinition signalRef="g" />');
  await before.client.deploy(
    bpmn(
      'crowd',
      `${start()}${catching}${task('after')}${chain('start', 'c', 'after')}`,
      '<bpmn:signal id="g" name="go" />',
    ),
  );
  let left = TOTAL;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await before.client.create('crowd');
  };
  await Promise.all(Array.from({ length: 64 }, worker));
  await before.client.call('BroadcastSignal', { signalName: 'go', variables: '{"n":1}' });
  before.child.kill('SIGKILL');
  await once(before.child, 'exit');
  expect(await count('continuation')).toBeGreaterThan(0);
  expect(await count('job')).toBeLessThan(TOTAL);
  const after = await begin();
  await expect.poll(() => count('continuation'), { timeout: 30_000 }).toBe(0);
  expect(await count('signal_subscription')).toBe(0);
  // instances that are not in memory come in portions
  const jobs: Awaited<ReturnType<TestClient['activate']>> = [];
  for (let more = 1; more > 0; ) {
    const portion = await after.client.activate('after', { maxJobsToActivate: TOTAL, timeout: 600_000 });
    more = portion.length;
    jobs.push(...portion);
  }
  expect(new Set(jobs.map(({ processInstanceKey }) => processInstanceKey)).size).toBe(TOTAL);
  expect(jobs).toHaveLength(TOTAL);
  expect(new Set(jobs.map(({ variables }) => variables))).toEqual(new Set(['{"n":1}']));
});
