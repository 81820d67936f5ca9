/** What is left of instances that have ended: complete, once, also across restarts, and gone when it is old. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../scripts/testing/postgres.ts';
import { connect, type Database } from '../../sql/index.ts';
import { type Broker, controllableClock, startBroker } from '../index.ts';
import { boundary, bpmn, chain, element, end, oneTask, start, task, timer } from '../testing/bpmn.ts';
import { type TestClient, testClient } from '../testing/client.ts';

const DAY = 86_400_000;
const clock = controllableClock();
let database: TestDatabase;
let sql: Database;
let broker: Broker;
let client: TestClient;
async function open(historyDays = 3): Promise<void> {
  broker = await startBroker({ databaseUrl: database.url, clock, historyDays });
  client = testClient(broker.address);
}
async function close(): Promise<void> {
  client.close();
  await broker.close();
}
beforeEach(async () => {
  database = await testDatabase();
  sql = connect(database.url, { max: 1 });
  await open();
});
afterEach(async () => {
  await close();
  await sql.end();
  await database.drop();
});

const twoTasks = bpmn(
  'two',
  `${start()}${task('first')}${task('second')}${boundary('late', 'second', timer('timeDuration', 'PT1H'))}${end()}${end('over')}
${chain('start', 'first', 'second', 'end')}${chain('late', 'over')}`,
);
const pathOf = async (key: string): Promise<string[]> =>
  (
    await sql<{ way: string }[]>`
      select element_id || case when state = 'TERMINATED' then '!' else '' end as way
      from zeebe.ended_elements where process_instance_key = ${key}::bigint order by number`
  ).map(({ way }) => way);

test('an instance leaves its way when it has completed or was cancelled', async () => {
  await client.deploy(twoTasks);
  const { processInstanceKey: key } = await client.create('two');
  await client.complete(await client.job('first'));
  expect(await pathOf(key)).toEqual([]);
  await client.complete(await client.job('second'));
  expect(await pathOf(key)).toEqual(['start', 'first', 'second', 'end', 'two']);
  const [row] = await sql`select *, ended_at - started_at as took from zeebe.ended_instances`;
  expect(row).toMatchObject({
    bpmn_process_id: 'two',
    version: 1,
    state: 'COMPLETED',
    parent_process_instance_key: null,
  });

  const other = await client.create('two');
  await client.call('CancelProcessInstance', { processInstanceKey: other.processInstanceKey });
  expect(await pathOf(other.processInstanceKey)).toEqual(['start', 'first!', 'two!']);
});

test('the way is complete over waiting, a restart, and an interruption', async () => {
  await client.deploy(twoTasks);
  const { processInstanceKey: key } = await client.create('two');
  await client.complete(await client.job('first'));
  // what has happened so far is written within a second or so
  await expect.poll(() => sql`select path from zeebe.path`, { timeout: 5_000 }).toHaveLength(1);
  await close();
  await open();
  clock.add(3_600_000);
  await expect
    .poll(() => pathOf(key), { timeout: 5_000 })
    .toEqual(['start', 'first', 'second!', 'late', 'over', 'two']);
  expect(await sql`select * from zeebe.path`).toHaveLength(0);
});

test('a clean end writes what was not written yet', async () => {
  await client.deploy(twoTasks);
  await client.create('two');
  await close();
  expect((await sql<{ path: string }[]>`select path from zeebe.path`)[0]?.path).toMatch(/^\d+ start\n$/);
  await open();
});

test('what comes and goes in one step leaves its way, too; called instances name their caller', async () => {
  const inner = bpmn(
    'inner',
    `${start()}${element('manualTask', 'stamp')}${end()}${chain('start', 'stamp', 'end')}`,
  );
  const outer = bpmn(
    'outer',
    `${start()}${element('callActivity', 'call', '<zeebe:calledElement processId="inner" />')}${end()}${chain('start', 'call', 'end')}`,
  );
  await client.deploy(inner, outer);
  const { processInstanceKey: key } = await client.create('outer');
  await expect.poll(() => pathOf(key)).toEqual(['start', 'call', 'end', 'outer']);
  const called = await sql<
    { key: string; parent: string }[]
  >`select process_instance_key::text as key, parent_process_instance_key::text as parent
    from zeebe.ended_instances where bpmn_process_id = 'inner'`;
  expect(called).toMatchObject([{ parent: key }]);
  expect(await pathOf(called[0]?.key ?? '')).toEqual(['start', 'stamp', 'end', 'inner']);
});

test('partitions by day come in time and go when they are old', async () => {
  const partitions = async (): Promise<string[]> =>
    (
      await sql<{ name: string }[]>`select inhrelid::regclass::text as name from pg_inherits
        where inhparent = 'zeebe.history'::regclass order by 1`
    ).map(({ name }) => name.replace('zeebe.', ''));
  expect((await partitions()).length).toBe(4);
  await client.deploy(oneTask('one'));
  await client.create('one');
  await client.complete(await client.job('work'));
  expect(await sql`select * from zeebe.history_rest`).toHaveLength(0);
  expect(await sql`select * from zeebe.ended_instances`).toHaveLength(1);
  // beyond the partitions there are
  clock.add(10 * DAY);
  await client.create('one');
  await client.complete(await client.job('work'));
  expect(await sql`select * from zeebe.history_rest`).toHaveLength(1);
  await close();
  await open();
  expect(await sql`select * from zeebe.ended_instances`).toHaveLength(1);
  expect(await sql`select * from zeebe.history_rest`).toHaveLength(0);
  clock.add(10 * DAY);
  await close();
  await open();
  expect(await sql`select * from zeebe.ended_instances`).toHaveLength(0);
  const day = new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '');
  expect(await partitions()).toContain(`history_${day}`);
  expect((await partitions()).length).toBe(4);
});

test('without days nothing is kept, and what was begun is forgotten', async () => {
  await client.deploy(oneTask('one'));
  await client.create('one');
  await close();
  await open(0);
  await client.complete(await client.job('work'));
  expect(await sql`select * from zeebe.history`).toHaveLength(0);
  expect(await sql`select * from zeebe.path`).toHaveLength(0);
});
