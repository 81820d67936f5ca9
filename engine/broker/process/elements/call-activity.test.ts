/** Call activities across restarts, their limits and their rows; what a client sees is in the conformance suite. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  boundary,
  bpmn,
  call,
  chain,
  element,
  end,
  error,
  errorRef,
  loop,
  start,
  task,
} from '../../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../../testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker({ maxCallDepth: 30, maxCalledInstances: 200 });
});
afterAll(() => broker.stop());
afterEach(async () => {
  for (const { process_instance_key: processInstanceKey } of await broker.sql(
    'select process_instance_key from zeebe.instances where parent_process_instance_key is null',
  ))
    await broker.call('CancelProcessInstance', { processInstanceKey });
  await expect.poll(() => rows('element_instance'), { timeout: 20_000 }).toBe(0);
  expect(await rows('called_instance')).toBe(0);
  expect(await rows('job')).toBe(0);
  expect(await rows('variable')).toBe(0);
  expect(await rows('continuation')).toBe(0);
});

const rows = async (table: string): Promise<number> =>
  (await broker.sql(`select * from zeebe.${table}`)).length;
const incidents = () => broker.sql('select * from zeebe.incidents order by incident_key');
const child = (id: string): string =>
  bpmn(id, `${start()}${task(`${id}Task`)}${end()}${chain('start', `${id}Task`, 'end')}`);
const parent = (id: string, activity: string, root = ''): string =>
  bpmn(id, `${start()}${activity}${task(`${id}After`)}${chain('start', 'c', `${id}After`)}`, root);

test('caller and called go on after restarts, and the view tells who called whom', async () => {
  await broker.deploy(child('deep'), parent('mid', call('c', 'deep')), parent('top', call('c', 'mid')));
  const { processInstanceKey } = await broker.create('top', { a: 1 });
  const job = await broker.job('deepTask');
  await broker.restart();
  const view = await broker.sql('select * from zeebe.instances order by process_instance_key');
  expect(view.map(({ bpmn_process_id }) => bpmn_process_id)).toEqual(['top', 'mid', 'deep']);
  expect(view[2].parent_process_instance_key).toBe(view[1].process_instance_key);
  expect(view[2].root_process_instance_key).toBe(processInstanceKey);
  expect(
    await broker.failure('CancelProcessInstance', { processInstanceKey: job.processInstanceKey }),
  ).toEqual({
    code: 9,
    message: `Command 'CANCEL' rejected with code 'INVALID_STATE': Expected to cancel a process instance with key '${job.processInstanceKey}', but it is created by a parent process instance. Cancel the root process instance '${processInstanceKey}' instead.`,
  });
  await broker.complete(job, { b: 2 });
  await broker.restart();
  await broker.complete(await broker.job('midAfter'), { c: 3 });
  expect(JSON.parse((await broker.job('topAfter')).variables)).toEqual({ a: 1, b: 2, c: 3 });
});

test('cancelling ends called instances that are not in memory', async () => {
  await broker.deploy(child('cold'), parent('fan', call('c', 'cold', '', loop('=items'))));
  const { processInstanceKey } = await broker.create('fan', {
    items: Array.from({ length: 120 }, (_, n) => n),
  });
  await broker.activate('coldTask', { maxJobsToActivate: 120 });
  await broker.restart();
  await broker.call('CancelProcessInstance', { processInstanceKey });
  await expect.poll(() => broker.isActive(processInstanceKey), { timeout: 10_000 }).toBe(false);
});

test('an error finds its boundary event in a caller that was not in memory', async () => {
  const caught = `${call('c', 'mid2')}${boundary('caught', 'c', errorRef('e'))}${task('handle')}${chain('caught', 'handle')}`;
  await broker.deploy(
    child('thrower'),
    parent('mid2', call('c', 'thrower')),
    parent('catcher', caught, error('e', 'E')),
  );
  await broker.create('catcher');
  const { key: jobKey } = await broker.job('throwerTask');
  await broker.restart();
  await broker.call('ThrowError', { jobKey, errorCode: 'E' });
  await broker.job('handle');
  expect(await rows('called_instance')).toBe(0);
});

test('endless recursion stops with an incident that says what to do', async () => {
  const itself = call('c', '=&quot;endless&quot;');
  await broker.deploy(bpmn('endless', `${start()}${itself}${chain('start', 'c')}`));
  const { processInstanceKey } = await broker.create('endless');
  await expect.poll(async () => (await incidents()).length, { timeout: 10_000 }).toBe(1);
  const [incident] = await incidents();
  expect(incident).toMatchObject({
    type: 'CALLED_ELEMENT_ERROR',
    message: `Expected to call a process from element 'c', but its instance is already 30 calls deep. A process probably calls itself without end: cancel the root process instance '${processInstanceKey}', or raise the limit and resolve the incident.`,
  });
  expect(await rows('called_instance')).toBe(30);
  await broker.restart();
  await broker.call('ResolveIncident', { incidentKey: incident.incident_key });
  await expect.poll(async () => (await incidents())[0]?.incident_key).not.toBe(incident.incident_key);
});

test('recursion that branches stops, too', async () => {
  const twice = element(
    'callActivity',
    'c',
    '<zeebe:calledElement processId="=&quot;branch&quot;" />',
    loop('=[1,2]'),
  );
  await broker.deploy(bpmn('branch', `${start()}${twice}${chain('start', 'c')}`));
  await broker.create('branch');
  await expect.poll(async () => (await incidents()).length, { timeout: 20_000 }).toBeGreaterThan(100);
  expect(await rows('called_instance')).toBe(200);
  expect((await incidents())[0].message).toContain(
    'its root process instance has already 200 running called instances',
  );
}, 30_000);

test('a process with running called instances is not deleted', async () => {
  const { deployments } = await broker.deploy(child('kept'));
  await broker.deploy(parent('keeper', call('c', 'kept')));
  await broker.create('keeper');
  const job = await broker.job('keptTask');
  await broker.restart();
  const resourceKey = deployments[0].process.processDefinitionKey;
  expect((await broker.failure('DeleteResource', { resourceKey })).code).toBe(9);
  await broker.complete(job);
  await broker.job('keeperAfter');
  await broker.call('DeleteResource', { resourceKey });
});
