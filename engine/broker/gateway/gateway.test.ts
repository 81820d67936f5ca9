/** Statuses, messages and limits of the gateway (zeebe.md 1.8), and a real client. */
import { Zeebe } from '@camunda8/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneTask } from '../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
  await broker.deploy(oneTask('one'));
});
afterAll(() => broker.stop());

test('topology', async () => {
  expect(await broker.call('Topology')).toMatchObject({
    clusterSize: 1,
    partitionsCount: 1,
    replicationFactor: 1,
    brokers: [{ nodeId: 0, partitions: [{ partitionId: 1, role: 0, health: 0 }] }],
  });
});

test('keys of partitions that are not there', async () => {
  for (const [key, partition] of [
    ['0', 0],
    ['1', 0],
    ['-1', -1],
    ['9007199254740993', 4],
  ]) {
    expect(await broker.failure('CompleteJob', { jobKey: key })).toEqual({
      code: 14,
      message: `Expected to execute command on partition ${partition}, but either it does not exist, or the gateway is not yet aware of it`,
    });
  }
});

test('documents', async () => {
  const create = (variables: string) =>
    broker.failure('CreateProcessInstance', { bpmnProcessId: 'one', version: -1, variables });
  expect(await create('[1]')).toEqual({
    code: 3,
    message: "Property 'variables' is invalid: Expected document to be a root level object, but was 'ARRAY'",
  });
  const broken = await create('{"a":');
  expect(broken.code).toBe(3);
  expect(broken.message).toContain('Invalid JSON value: {"a":');
  await broker.call('CreateProcessInstance', { bpmnProcessId: 'one', version: -1, variables: 'null' });
});

test('tenants', async () => {
  expect(
    await broker.failure('CreateProcessInstance', { bpmnProcessId: 'one', version: -1, tenantId: 't' }),
  ).toEqual({
    code: 3,
    message:
      "Expected to handle gRPC request CreateProcessInstance with tenant identifier 't', but multi-tenancy is disabled",
  });
  await broker.call('CreateProcessInstance', { bpmnProcessId: 'one', version: -1, tenantId: '<default>' });
});

test('a message above 4 MB is refused', async () => {
  const variables = JSON.stringify({ text: 'x'.repeat(4_200_000) });
  const failure = await broker.failure('CreateProcessInstance', {
    bpmnProcessId: 'one',
    version: -1,
    variables,
  });
  expect(failure.code).toBe(8);
});

test('NUL and lone surrogates do no harm', async () => {
  await broker.publish('na\0me', 'k\0', {
    timeToLive: 1_000,
    messageId: 'i\0d',
    variables: '{"a":"\\u0000\\ud800"}',
  });
  await broker.create('one');
});

test('names that differ only by what cannot be stored are one', async () => {
  const variables = '{"n\\u0000": 1, "n\\ud800": 2, "n\\ufffd": 3}';
  const { processInstanceKey } = await broker.create('one', JSON.parse(variables) as object);
  const jobs = await broker.activate('work', { maxJobsToActivate: 10 });
  const job = jobs.find((one) => one.processInstanceKey === processInstanceKey);
  expect(JSON.parse(job.variables)).toEqual({ 'n\ufffd': 3 });
  await broker.complete(job, JSON.parse(variables) as object);
});

test('endless timeouts, huge back-offs and long names do not stop the broker', async () => {
  const forever = '9223372036854775807';
  await broker.publish('long', 'k', { timeToLive: forever });
  const { processInstanceKey } = await broker.create('one');
  const job = await broker.job('work', { timeout: forever });
  await broker.call('FailJob', { jobKey: job.key, retries: 2147483647, retryBackOff: forever });
  const variables = JSON.stringify({ ['n'.repeat(5_000)]: 1 });
  const failure = await broker.failure('SetVariables', { elementInstanceKey: processInstanceKey, variables });
  expect(failure.code).toBe(13);
  expect(await broker.isActive(processInstanceKey)).toBe(true);
});

test('the official client: deploy, create, work', async () => {
  const client = new Zeebe.ZeebeGrpcClient({
    config: {
      ZEEBE_GRPC_ADDRESS: `grpc://${broker.address}`,
      CAMUNDA_AUTH_STRATEGY: 'NONE',
      CAMUNDA_OAUTH_DISABLED: true,
      zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
    },
  });
  try {
    await client.deployResource({
      name: 'sdk.bpmn',
      process: Buffer.from(oneTask('sdk').replaceAll('"work"', '"sdkWork"')),
    });
    const answer = client.createProcessInstanceWithResult({
      bpmnProcessId: 'sdk',
      variables: { n: 1 },
      requestTimeout: 10_000,
    });
    const worker = client.createWorker({
      taskType: 'sdkWork',
      taskHandler: (job) => job.complete({ twice: Number(job.variables.n) * 2 }),
    });
    expect((await answer).variables).toEqual({ n: 1, twice: 2 });
    await worker.close();
  } finally {
    await client.close();
  }
});
