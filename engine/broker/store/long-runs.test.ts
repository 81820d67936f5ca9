/** Runs that are cut into parts survive kill -9: every item is done exactly once, nothing is left. */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../scripts/testing/postgres.ts';
import { connect, type Database } from '../../sql/index.ts';
import { bpmn, call, chain, end, input, ioMapping, loop, start, task } from '../testing/bpmn.ts';
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

const COUNT = 1_000;
const left = async (table: string): Promise<number> => {
  const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from zeebe.${table}`);
  return row?.n ?? -1;
};

test('a loop over called instances is begun, worked off and ended under kills', async () => {
  let { child, client } = await begin();
  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'exit');
    client.close();
    ({ child, client } = await begin());
  }
  const mapping = ioMapping(input('=x', 'x'));
  const loops = loop('=items', 'inputElement="x"');
  await client.deploy(
    bpmn('called', `${start()}${task('item')}${end()}${chain('start', 'item', 'end')}`),
    bpmn(
      'caller',
      `${start()}${call('each', 'called', mapping, loops)}${task('all')}${chain('start', 'each', 'all')}`,
    ),
  );
  const items = Array.from({ length: COUNT }, (_, index) => index);
  await client.create('caller', { items });
  // in the middle of creating what the acknowledged instance calls
  await delay(30);
  await kill();

  const done: number[] = [];
  const options = { maxJobsToActivate: 300, timeout: 1_000, requestTimeout: 2_000, fetchVariable: ['x'] };
  while (done.length < COUNT) {
    const jobs = await client.activate('item', options);
    await Promise.all(jobs.map((job) => client.complete(job)));
    done.push(...jobs.map((job) => JSON.parse(job.variables).x));
    if (done.length >= COUNT / 2 && done.length < COUNT / 2 + 300) await kill();
  }
  expect(done.sort((a, b) => a - b)).toEqual(items);
  expect(await left('called_instance')).toBe(0);
  await client.complete(await client.job('all'));

  // and in the middle of ending them
  const { processInstanceKey } = await client.create('caller', { items });
  await expect.poll(() => left('job'), { timeout: 20_000 }).toBe(COUNT);
  await kill();
  await client.call('CancelProcessInstance', { processInstanceKey });
  await kill();
  for (const table of [
    'called_instance',
    'element_instance',
    'job',
    'variable',
    'continuation',
    'incident',
  ]) {
    await expect.poll(() => left(table), { timeout: 20_000 }).toBe(0);
  }
}, 120_000);
