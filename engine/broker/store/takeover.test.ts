/** Two brokers on one database, as real processes: one refuses, one takes over, and one that slept through it cannot write. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BrokerProcess, spawnBroker } from '../../../scripts/broker-kill/processes.ts';
import { type TestDatabase, testDatabase } from '../../../scripts/testing/postgres.ts';
import { connect, type Database } from '../../sql/index.ts';
import { oneTask } from '../testing/bpmn.ts';
import { type TestClient, testClient } from '../testing/client.ts';

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

async function open(): Promise<BrokerProcess & { readonly client: TestClient }> {
  const broker = await spawnBroker(['--database', database.url, '--port', '0']);
  const client = testClient(broker.address);
  cleanups.push(() => broker.child.kill('SIGKILL'));
  cleanups.push(() => client.close());
  return { ...broker, client };
}

/** What a connection that died for the machine looks like to PostgreSQL in the end. */
async function cutWriter(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'motcua-broker' and datname = current_database()`;
}

test('a second broker refuses to start, and takes over at once after a kill -9', async () => {
  const first = await open();
  await first.client.deploy(oneTask('one'));
  const { processInstanceKey } = await first.client.create('one');
  await expect(open()).rejects.toThrow('another broker is running on this database');
  first.child.kill('SIGKILL');
  await first.exited;
  const { client } = await open();
  expect((await client.job('work')).processInstanceKey).toBe(processInstanceKey);
});

test('one that waits for its predecessor starts when it ends', async () => {
  const first = await open();
  const second = open();
  await new Promise((resolve) => setTimeout(resolve, 500));
  first.child.kill('SIGTERM');
  expect((await (await second).client.call('Topology')).brokers[0].partitions[0].health).toBe(0);
});

test('a zombie that slept while another took over cannot write, and ends', async () => {
  const zombie = await open();
  await zombie.client.deploy(oneTask('one'));
  await zombie.client.create('one', { by: 'first' });
  zombie.child.kill('SIGSTOP');
  // sent while it sleeps: it finds them when it wakes
  const late = Array.from({ length: 5 }, () =>
    zombie.client.failure('CreateProcessInstance', {
      bpmnProcessId: 'one',
      version: -1,
      variables: '{"by":"zombie"}',
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  await cutWriter();
  const { client } = await open();
  await client.create('one', { by: 'second' });
  zombie.child.kill('SIGCONT');
  for (const { code } of await Promise.all(late)) expect(code).toBe(14);
  expect(((await zombie.exited) as unknown[])[0]).toBe(1);
  const found = await sql`select variables ->> 'by' as by from zeebe.instances order by process_instance_key`;
  expect(found.map(({ by }) => by)).toEqual(['first', 'second']);
  expect(await client.activate('work')).toHaveLength(2);
}, 60_000);

test('a zombie whose statement was under way when it fell asleep changes nothing either', async () => {
  const zombie = await open();
  await zombie.client.deploy(oneTask('one'));
  // the statement waits for this row, as one does that the network delivers late
  const holder = connect(database.url, { max: 1 });
  cleanups.push(() => holder.end());
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const held = holder.begin(async (run) => {
    await run`update zeebe.writer set epoch = epoch + 1`;
    locked.resolve();
    await released.promise;
  });
  await locked.promise;
  const late = zombie.client.failure('CreateProcessInstance', { bpmnProcessId: 'one', version: -1 });
  await expect
    .poll(
      async () =>
        (
          await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
        ).length,
    )
    .toBe(1);
  released.resolve();
  await held;
  expect((await late).code).toBe(14);
  expect(await sql`select * from zeebe.element_instance`).toHaveLength(0);
});

test('a clean end drains: what was taken is answered, and only that is there', async () => {
  const { client, child, exited } = await open();
  await client.deploy(oneTask('one'));
  let stopped = false;
  const acknowledged: string[] = [];
  const codes = new Set<number>();
  const creators = Array.from({ length: 30 }, async () => {
    while (!stopped) {
      await client.create('one').then(
        ({ processInstanceKey }) => acknowledged.push(processInstanceKey),
        ({ code }) => {
          codes.add(code);
          stopped = true;
        },
      );
    }
  });
  await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(100);
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
  client.close();
  await Promise.allSettled(creators);
  const found = await sql<
    { key: string }[]
  >`select process_instance_key::text as key from zeebe.instances order by 1`;
  expect(found.map(({ key }) => key)).toEqual(acknowledged.toSorted());
  for (const code of codes) expect([1, 14]).toContain(code);
}, 60_000);
