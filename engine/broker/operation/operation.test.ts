/** What an operator sees: figures, readiness, the health service, and in tests the clock. */
import { Client, credentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../scripts/testing/postgres.ts';
import { connect } from '../../sql/index.ts';
import { type Broker, controllableClock, startBroker } from '../index.ts';
import { bpmn, chain, element, end, oneTask, start, task, timer } from '../testing/bpmn.ts';
import { type TestClient, testClient } from '../testing/client.ts';

let database: TestDatabase;
let broker: Broker;
let client: TestClient;
let health: Client;
beforeAll(async () => {
  database = await testDatabase();
  broker = await startBroker({
    databaseUrl: database.url,
    managementPort: 0,
    clockDoor: controllableClock(),
  });
  client = testClient(broker.address);
  health = new Client(broker.address, credentials.createInsecure());
});
afterAll(async () => {
  client.close();
  health.close();
  await broker.close();
  await database.drop();
});

const get = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${broker.managementPort}${path}`, init);
async function figure(line: string): Promise<number> {
  const text = await (await get('/metrics')).text();
  const found = text.split('\n').find((one) => one.startsWith(`motcua_broker_${line} `));
  return Number(found?.split(' ').at(-1));
}

test('figures in the text format of Prometheus', async () => {
  await client.deploy(
    oneTask('one'),
    bpmn(
      'slow',
      `${start()}${element('intermediateCatchEvent', 'wait', '', timer('timeDuration', 'PT1H'))}${task('late')}${end()}${chain('start', 'wait', 'late', 'end')}`,
    ),
  );
  await client.create('one');
  await client.create('one');
  await client.create('slow');
  await client.complete(await client.job('work'));
  await client.failure('CreateProcessInstance', { bpmnProcessId: 'none', version: -1 });
  const response = await get('/metrics');
  expect(response.headers.get('content-type')).toContain('version=0.0.4');
  const text = await response.text();
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/);
  expect(await figure('commands_total{intent="CREATE",outcome="ACCEPTED"}')).toBe(4);
  expect(await figure('commands_total{intent="CREATE",outcome="NOT_FOUND"}')).toBe(1);
  expect(await figure('jobs_total{event="activated"}')).toBe(1);
  expect(await figure('jobs_total{event="completed"}')).toBe(1);
  expect(await figure('open{kind="process_instances"}')).toBe(2);
  expect(await figure('open{kind="jobs"}')).toBe(1);
  expect(await figure('open{kind="timers"}')).toBe(1);
  expect(await figure('ready')).toBe(1);
  expect(await figure('commit_seconds_count')).toBeGreaterThan(3);
  expect(await figure('batch_commands_sum')).toBeGreaterThanOrEqual(5);
  expect(await figure('memory_bytes{kind="resident"}')).toBeGreaterThan(10_000_000);
});

test('the clock moves as on a Zeebe whose clock is controlled', async () => {
  const { epochMilli } = (await (await get('/actuator/clock')).json()) as { epochMilli: number };
  expect(Math.abs(epochMilli - Date.now())).toBeLessThan(10_000);
  await get('/actuator/clock/add', { method: 'POST', body: '{"offsetMilli":3600000}' });
  expect((await client.job('late')).elementId).toBe('late');
  const pinned = await get('/actuator/clock/pin', { method: 'POST', body: '{"epochMilli":4102444800000}' });
  expect(await pinned.json()).toEqual({ epochMilli: 4102444800000, instant: '2100-01-01T00:00:00.000Z' });
  expect((await get('/actuator/clock/pin', { method: 'POST', body: '{"epochMilli":"x"}' })).status).toBe(400);
  await get('/actuator/clock', { method: 'DELETE' });
  const after = (await (await get('/actuator/clock')).json()) as { epochMilli: number };
  expect(Math.abs(after.epochMilli - Date.now())).toBeLessThan(10_000);
});

const encode = (service: string): Buffer =>
  service === '' ? Buffer.alloc(0) : Buffer.from(`\n${String.fromCharCode(service.length)}${service}`);
const check = (service: string): Promise<unknown> =>
  new Promise((resolve) =>
    health.makeUnaryRequest(
      '/grpc.health.v1.Health/Check',
      encode,
      (bytes) => bytes[1],
      service,
      (error, answer) => resolve(error ? [error.code, error.details] : answer),
    ),
  );
function watch(service: string): { readonly seen: number[]; readonly ended: Promise<number> } {
  const seen: number[] = [];
  const stream = health.makeServerStreamRequest(
    '/grpc.health.v1.Health/Watch',
    encode,
    (bytes) => bytes[1] ?? 0,
    service,
  );
  stream.on('data', (value: number) => seen.push(value));
  return {
    seen,
    ended: new Promise((resolve) => stream.on('error', ({ code }: { code?: number }) => resolve(code ?? 0))),
  };
}

test('the health service answers as Zeebe 8.5 does, and follows the database', async () => {
  expect(await check('')).toBe(1);
  expect(await check('gateway_protocol.Gateway')).toBe(1);
  expect(await check('nothing')).toEqual([5, 'unknown service nothing']);
  const whole = watch('');
  const unknown = watch('nothing');
  await expect.poll(() => whole.seen).toEqual([1]);
  await expect.poll(() => unknown.seen).toEqual([3]);
  const sql = connect(database.url, { max: 1 });
  await sql`update zeebe.writer set epoch = epoch + 1`;
  await sql.end();
  // the next write finds out
  await client.publish('nobody', '', { timeToLive: 1_000 }).catch(() => undefined);
  await expect.poll(() => whole.seen, { timeout: 5_000 }).toEqual([1, 2, 1]);
  expect(await check('')).toBe(1);
  expect((await get('/ready')).status).toBe(200);
  expect((await get('/live')).status).toBe(200);
  expect((await get('/nothing')).status).toBe(404);
});

test('a broker without the door leaves its clock alone; at the end watchers hear of it', async () => {
  const other = await testDatabase();
  const plain = await startBroker({ databaseUrl: other.url, managementPort: 0 });
  const add = await fetch(`http://127.0.0.1:${plain.managementPort}/actuator/clock/add`, {
    method: 'POST',
    body: '{"offsetMilli":1}',
  });
  expect(add.status).toBe(405);
  const own = health;
  health = new Client(plain.address, credentials.createInsecure());
  const { seen, ended } = watch('gateway_protocol.Gateway');
  await expect.poll(() => seen).toEqual([1]);
  await plain.close();
  expect(await ended).toBe(14);
  expect(seen).toEqual([1, 2]);
  health.close();
  health = own;
  await other.drop();
});
