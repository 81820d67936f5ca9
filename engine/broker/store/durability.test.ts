/** What is acknowledged is there: kill -9 under load, Postgres away, a second broker, unused keys. */
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../scripts/testing/postgres.ts';
import { connect, type Database } from '../../sql/index.ts';
import { type Broker, DatabaseInUse, startBroker } from '../index.ts';
import {
  bpmn,
  chain,
  element,
  end,
  message,
  messageRef,
  oneTask,
  start,
  task,
  timer,
} from '../testing/bpmn.ts';
import { type TestClient, testClient } from '../testing/client.ts';
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

async function begin(env: Readonly<Record<string, string>> = {}): Promise<BrokerProcess> {
  const broker = await spawnBroker(database.url, env);
  cleanups.push(broker.stop);
  return broker;
}

test('kill -9 under load: acknowledged instances are there once, the rest goes on', async () => {
  let { child, client } = await begin();
  const fork = bpmn(
    'fork',
    `${start()}${element('parallelGateway', 'both')}${task('work')}${element('intermediateCatchEvent', 'wait', '', timer('timeDuration', 'PT0.2S'))}${element('intermediateCatchEvent', 'hear', '', messageRef('m'))}${end()}
${chain('start', 'both', 'work', 'end')}${chain('both', 'wait', 'hear', 'end')}`,
    message('m', 'go', '=id'),
  );
  await client.deploy(fork);
  const acknowledged = new Set<string>();
  const completed = new Set<string>();
  const twice: string[] = [];
  /** Instances whose job a worker saw. */
  const worked = new Set<string>();
  let next = 0;
  for (let round = 0; round < 3; round++) {
    let running = true;
    const current = client;
    const creators = Array.from({ length: 8 }, async () => {
      while (running) {
        const id = `n${next++}`;
        try {
          await current.publish('go', id, { timeToLive: 3_600_000, messageId: id });
          await current.create('fork', { id });
          acknowledged.add(id);
        } catch {
          running = false;
        }
      }
    });
    const worker = (async () => {
      while (running) {
        try {
          for (const job of await current.activate('work', { timeout: 500, requestTimeout: 100 })) {
            worked.add(JSON.parse(job.variables).id);
            await current.complete(job);
            if (completed.has(job.key)) twice.push(job.key);
            completed.add(job.key);
          }
        } catch {
          running = false;
        }
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 400));
    child.kill('SIGKILL');
    await once(child, 'exit');
    running = false;
    current.close();
    await Promise.all([...creators, worker]);
    ({ child, client } = await begin());
  }
  expect(acknowledged.size).toBeGreaterThan(20);
  const seen = await sql<{ id: string }[]>`
    select variables ->> 'id' as id from zeebe.instances where bpmn_process_id = 'fork'`;
  const stillThere = seen.map(({ id }) => id);
  expect(new Set(stillThere).size).toBe(stillThere.length);

  // whatever was left, at the end nothing is: timers fired, messages correlated, jobs of the dead came back
  for (const until = Date.now() + 15_000; Date.now() < until; ) {
    for (const job of await client.activate('work', { timeout: 60_000, requestTimeout: 300 })) {
      worked.add(JSON.parse(job.variables).id);
      await client.complete(job);
      if (completed.has(job.key)) twice.push(job.key);
      completed.add(job.key);
    }
    const [row] = await sql<{ left: number }[]>`select count(*)::int as left from zeebe.element_instance`;
    if (row?.left === 0) break;
  }
  expect(await sql`select * from zeebe.element_instance`).toHaveLength(0);
  expect(await sql`select * from zeebe.incident`).toHaveLength(0);
  expect(await sql`select * from zeebe.timer`).toHaveLength(0);
  expect(await sql`select * from zeebe.job`).toHaveLength(0);
  expect(await sql`select * from zeebe.variable`).toHaveLength(0);
  expect(twice).toEqual([]);
  expect([...acknowledged].filter((id) => !worked.has(id))).toEqual([]);
});

const open = async (): Promise<{ broker: Broker; client: TestClient }> => {
  const broker = await startBroker({ databaseUrl: database.url });
  const client = testClient(broker.address);
  cleanups.push(() => broker.close());
  cleanups.push(() => client.close());
  return { broker, client };
};

test('Postgres away: UNAVAILABLE, then it carries on by itself', async () => {
  const { client } = await open();
  await client.deploy(oneTask('one'));
  await client.create('one', { n: 1 });
  const parked = client.activate('nothing', { requestTimeout: 20_000 }).catch((error) => error.code);
  const name = new URL(database.url).pathname.slice(1);
  const admin = connect(new URL('/postgres', database.url).href, { max: 1 });
  cleanups.push(() => admin.end());
  await sql.end();
  await admin.unsafe(`alter database ${name} allow_connections false`);
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  expect((await client.failure('CreateProcessInstance', { bpmnProcessId: 'one', version: -1 })).code).toBe(
    14,
  );
  expect(await parked).toBe(14);
  expect((await client.call('Topology')).brokers[0].partitions[0].health).toBe(1);
  await admin.unsafe(`alter database ${name} allow_connections true`);
  sql = connect(database.url, { max: 1 });
  await expect
    .poll(() => client.create('one', { n: 2 }).catch(() => undefined), { timeout: 10_000 })
    .toBeDefined();
  const jobs = await client.activate('work');
  expect(jobs.map(({ variables }) => variables)).toEqual(['{"n":1}', '{"n":2}']);
});

test('a second broker refuses to start while the first lives', async () => {
  const { broker } = await open();
  await expect(startBroker({ databaseUrl: database.url, lockTimeout: 300 })).rejects.toBeInstanceOf(
    DatabaseInUse,
  );
  await broker.close();
  await open();
});

test('a broker whose epoch is over cannot write', async () => {
  const replaced: Error[] = [];
  const broker = await startBroker({
    databaseUrl: database.url,
    onReplaced: (error) => replaced.push(error),
  });
  cleanups.push(() => broker.close());
  const client = testClient(broker.address);
  cleanups.push(() => client.close());
  await client.deploy(oneTask('one'));
  await sql`update zeebe.writer set epoch = epoch + 1`;
  expect((await client.failure('CreateProcessInstance', { bpmnProcessId: 'one', version: -1 })).code).toBe(
    14,
  );
  expect(await sql`select * from zeebe.element_instance`).toHaveLength(0);
});

test('keys are not used again, even those of answers that wrote nothing', async () => {
  const first = await open();
  const keys: string[] = [];
  for (let index = 0; index < 5; index++) keys.push((await first.client.publish('nobody', '')).key);
  await first.broker.close();
  const { client } = await open();
  const { key } = await client.publish('nobody', '');
  expect(keys).not.toContain(key);
  expect(BigInt(key)).toBeGreaterThan(BigInt(keys.at(-1) ?? 0));
});

test('ends with its parent and on SIGTERM, cleanly', async () => {
  const { child } = await begin();
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  const { child: orphan } = await begin({ MOTCUA_CHILD: '1' });
  orphan.stdin.end();
  expect(await once(orphan, 'exit')).toEqual([0, null]);
});
