/** The broker from a client's side: the simple life of a process. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneTask } from './testing/bpmn.ts';
import { type TestBroker, testBroker } from './testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

test('a process with one task runs from deployment to the end', async () => {
  const deployment = await broker.deploy(oneTask('one'));
  expect(deployment.deployments[0].process).toMatchObject({
    bpmnProcessId: 'one',
    version: 1,
    resourceName: 'p0.bpmn',
  });
  const created = await broker.create('one', { a: 1, b: 'x' });
  expect(BigInt(created.processInstanceKey) >> 51n).toBe(1n);
  const job = await broker.job('work');
  expect(job).toMatchObject({
    elementId: 'work',
    retries: 3,
    variables: '{"a":1,"b":"x"}',
    customHeaders: '{}',
  });
  await broker.complete(job);
  expect(await broker.failure('CompleteJob', { jobKey: job.key })).toEqual({
    code: 5,
    message: `Command 'COMPLETE' rejected with code 'NOT_FOUND': Expected to complete job with key '${job.key}', but no such job was found`,
  });
});
