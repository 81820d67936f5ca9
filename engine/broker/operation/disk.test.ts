/** Little free disk: new work is refused, what there is goes on. */
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../scripts/testing/postgres.ts';
import { type Broker, startBroker } from '../index.ts';
import { oneTask } from '../testing/bpmn.ts';
import { type TestClient, testClient } from '../testing/client.ts';
import { watchDisk } from './disk.ts';

let room = true;
let database: TestDatabase;
let broker: Broker;
let client: TestClient;
beforeAll(async () => {
  database = await testDatabase();
  broker = await startBroker({ databaseUrl: database.url, hasRoom: () => room, managementPort: 0 });
  client = testClient(broker.address);
});
afterAll(async () => {
  client.close();
  await broker.close();
  await database.drop();
});

test('the watch compares the free space with its limit', async () => {
  const log = pino({ level: 'silent' });
  const small = await watchDisk(tmpdir(), 1, log);
  const large = await watchDisk(tmpdir(), Number.MAX_SAFE_INTEGER, log);
  expect([small.hasRoom(), large.hasRoom()]).toEqual([true, false]);
  small.stop();
  large.stop();
});

test('without room new work is refused; jobs are completed and instances cancelled', async () => {
  await client.deploy(oneTask('one'));
  await client.create('one');
  const { processInstanceKey } = await client.create('one');
  room = false;
  const refusal = { code: 8, message: 'Cannot accept requests for partition 1. Broker is out of disk space' };
  expect(await client.failure('CreateProcessInstance', { bpmnProcessId: 'one', version: -1 })).toEqual(
    refusal,
  );
  expect(await client.failure('PublishMessage', { name: 'm' })).toEqual(refusal);
  await client.complete(await client.job('work'));
  await client.call('CancelProcessInstance', { processInstanceKey });
  const figures = await (await fetch(`http://127.0.0.1:${broker.managementPort}/metrics`)).text();
  expect(figures).toContain('motcua_broker_refused_total{reason="disk"} 2');
  room = true;
  await client.create('one');
});
