/** PostgreSQL hangs, is killed, or comes back: UNAVAILABLE in time, then everything goes on by itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { childrenOf } from '../../../scripts/broker-kill/processes.ts';
import { startBroker } from '../index.ts';
import { type EmbeddedPostgres, freePort, startPostgres } from '../operation/embedded-postgres.ts';
import { oneTask } from '../testing/bpmn.ts';
import { type TestClient, testClient } from '../testing/client.ts';

const UNAVAILABLE = 14;
let folder: string;
let postgres: EmbeddedPostgres;
let options: { readonly dataDir: string; readonly port: number };
let client: TestClient;
const cleanups: (() => unknown)[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-away-'));
  options = { dataDir: join(folder, 'postgres'), port: await freePort() };
  postgres = await startPostgres(options);
  const broker = await startBroker({ databaseUrl: postgres.url, statementTimeout: 1_000 });
  client = testClient(broker.address);
  cleanups.push(() => broker.close());
  cleanups.push(() => client.close());
  await client.deploy(oneTask('one'));
  await client.create('one', { n: 1 });
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every process of the server, so that nobody closes a connection. */
function signal(name: NodeJS.Signals): void {
  for (const pid of [postgres.pid, ...childrenOf(postgres.pid)]) process.kill(pid, name);
}
const health = async (): Promise<number> => (await client.call('Topology')).brokers[0].partitions[0].health;
const failure = () => client.failure('CreateProcessInstance', { bpmnProcessId: 'one', version: -1 });
const goesOn = async (): Promise<void> => {
  await expect
    .poll(() => client.create('one', { n: 2 }).catch(() => undefined), { timeout: 15_000 })
    .toBeDefined();
  expect(await health()).toBe(0);
  const jobs = await client.activate('work');
  expect(jobs.map(({ variables }) => JSON.parse(variables).n)).toEqual([1, 2]);
};

test('it is stopped and continues: what hangs is given up after the time limit', async () => {
  const parked = client.activate('nothing', { requestTimeout: 20_000 }).catch((error) => error.code);
  signal('SIGSTOP');
  try {
    expect((await failure()).code).toBe(UNAVAILABLE);
    expect(await parked).toBe(UNAVAILABLE);
    expect(await health()).toBe(1);
    expect((await failure()).code).toBe(UNAVAILABLE);
    // longer than a try to connect
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect((await failure()).code).toBe(UNAVAILABLE);
  } finally {
    signal('SIGCONT');
  }
  // the statement that hung may have been carried out: its answer was not known
  await expect
    .poll(() => client.create('one', { n: 2 }).catch(() => undefined), { timeout: 15_000 })
    .toBeDefined();
  const numbers = (await client.activate('work')).map(({ variables }) => JSON.parse(variables).n);
  expect(numbers.filter((n) => n !== undefined)).toEqual([1, 2]);
  expect(numbers.length).toBeLessThanOrEqual(3);
}, 60_000);

test('it hangs while nobody asks for anything: the broker notices', async () => {
  signal('SIGSTOP');
  try {
    await expect.poll(health, { timeout: 15_000 }).toBe(1);
  } finally {
    signal('SIGCONT');
  }
  await goesOn();
}, 60_000);

test('it is killed and started again', async () => {
  process.kill(postgres.pid, 'SIGKILL');
  await postgres.exited;
  expect((await failure()).code).toBe(UNAVAILABLE);
  expect(await health()).toBe(1);
  await expect
    .poll(
      async () => {
        postgres = await startPostgres(options);
        return 'started';
      },
      { timeout: 20_000 },
    )
    .toBe('started');
  await goesOn();
}, 60_000);
