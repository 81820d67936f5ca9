/** Multi-instance activities across restarts and with thousands of items; what a client sees is in the conformance suite. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  boundary,
  bpmn,
  chain,
  element,
  end,
  loop,
  message,
  messageRef,
  start,
  task,
} from '../../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../../testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

const RESULTS = 'inputElement="x" outputCollection="results" outputElement="=r"';
const service = (id: string, inner: string): string =>
  element('serviceTask', id, `<zeebe:taskDefinition type="${id}" />`, inner);
const looping = (id: string, activity: string, activityId: string, root = ''): string =>
  bpmn(id, `${start()}${activity}${task(`${id}After`)}${chain('start', activityId, `${id}After`)}`, root);
const variablesOf = async (type: string) => JSON.parse((await broker.job(type)).variables);

test('a parallel loop goes on after a restart: numbers, results, condition', async () => {
  const until =
    '=seen = [numberOfInstances, numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances]';
  await broker.deploy(looping('par', service('w', loop('=items', RESULTS, { until })), 'w'));
  await broker.create('par', { items: ['a', 'b', 'c', 'd'] });
  const jobs = await broker.activate('w');
  await broker.complete(jobs[1], { r: 'B' });
  await broker.restart();
  await broker.complete(jobs[3], { r: 'D' });
  await broker.restart();
  await broker.complete(jobs[0], { r: 'A', seen: [4, 1, 3, 0] });
  expect(await variablesOf('parAfter')).toEqual({
    items: ['a', 'b', 'c', 'd'],
    results: ['A', 'B', null, 'D'],
    seen: [4, 1, 3, 0],
  });
  expect((await broker.failure('CompleteJob', { jobKey: jobs[2].key })).code).toBe(5);
});

test('a sequential loop goes on after a restart', async () => {
  await broker.deploy(looping('seq', service('s', loop('=items', RESULTS, { sequential: true })), 's'));
  await broker.create('seq', { items: [1, 2, 3] });
  for (const x of [1, 2, 3]) {
    const job = await broker.job('s');
    expect(JSON.parse(job.variables)).toMatchObject({ x, loopCounter: x });
    await broker.restart();
    await broker.complete(job, { r: x * 10 });
  }
  expect(await variablesOf('seqAfter')).toMatchObject({ results: [10, 20, 30] });
});

test('inner sub-processes and receive tasks are told from their bodies after a restart', async () => {
  const receive = element('receiveTask', 'hear', '', loop('=keys', 'inputElement="k"'), 'messageRef="m"');
  const inner = `${start('is')}${receive}${chain('is', 'hear')}${loop('=[[1,2],[3]]', 'inputElement="keys" outputCollection="all" outputElement="=said"')}`;
  const body = element('subProcess', 'sp', '', inner.replace(/(.*)(<bpmn:multiInstanceLoop.*)$/s, '$2$1'));
  const model = looping('nested', body, 'sp', message('m', 'said', '=string(k)'));
  await broker.deploy(model);
  await broker.create('nested');
  await broker.restart();
  await broker.publish('said', '1', { variables: '{"said":"one"}' });
  await broker.publish('said', '3', { variables: '{"said":"three"}' });
  await broker.restart();
  await broker.publish('said', '2', { variables: '{"said":"two"}' });
  expect(await variablesOf('nestedAfter')).toEqual({ all: ['two', 'three'] });
});

test('a boundary event ends a loop whose instance was not in memory', async () => {
  const body = `${start()}${service('b', loop('=[1,2,3]'))}${boundary('stop', 'b', messageRef('m'))}${task('stopped')}${chain('start', 'b')}${chain('stop', 'stopped')}`;
  await broker.deploy(bpmn('bounded', body, message('m', 'halt', '=&quot;x&quot;')));
  await broker.create('bounded');
  await broker.restart();
  await broker.publish('halt', 'x');
  await broker.job('stopped');
  expect(await broker.activate('b')).toHaveLength(0);
});

test('thousands of items: each has one job, others are served meanwhile, nothing is left', async () => {
  const items = Array.from({ length: 3_000 }, (_, index) => index);
  await broker.deploy(
    looping('many', service('m', loop('=items', RESULTS)), 'm'),
    bpmn('other', `${start()}${task('o')}${end()}${chain('start', 'o', 'end')}`),
  );
  const { processInstanceKey } = await broker.create('many', { items });
  await broker.create('other');
  await broker.complete(await broker.job('o'));
  const seen: number[] = [];
  while (seen.length < items.length) {
    const jobs = await broker.activate('m', {
      maxJobsToActivate: 1_000,
      fetchVariable: ['x'],
      requestTimeout: 5_000,
    });
    expect(jobs.length).toBeGreaterThan(0);
    const numbers = jobs.map(({ variables }) => JSON.parse(variables).x);
    seen.push(...numbers);
    await Promise.all(jobs.map((job, index) => broker.complete(job, { r: numbers[index] * 2 })));
    if (seen.length === 1_000) await broker.restart();
  }
  expect(seen).toEqual(items);
  const after = await broker.job('manyAfter');
  expect(JSON.parse(after.variables).results).toEqual(items.map((item) => item * 2));
  await broker.complete(after);
  expect(await broker.isActive(processInstanceKey)).toBe(false);
  expect(
    await broker.sql(
      `select 1 from zeebe.element_instance where process_instance_key = ${processInstanceKey}`,
    ),
  ).toHaveLength(0);
}, 60_000);

test('results that grow above the limit of records are an incident that can be resolved once they fit', async () => {
  await broker.deploy(looping('large', service('l', loop('=[1,2,3,4,5]', RESULTS)), 'l'));
  const { processInstanceKey } = await broker.create('large');
  const jobs = await broker.activate('l', { fetchVariable: ['x'] });
  for (const job of jobs) await broker.complete(job, { r: 'y'.repeat(900_000) });
  const incidents = () =>
    broker.sql(
      `select incident_key, type, message, element_instance_key from zeebe.incidents where process_instance_key = ${processInstanceKey} order by 1`,
    );
  const [first] = await incidents();
  expect(first).toMatchObject({
    type: 'MESSAGE_SIZE_EXCEEDED',
    message:
      "Expected to process element 'l', but exceeded MAX_MESSAGE_SIZE limitation. If you have large or many variables consider reducing these.",
  });
  for (const { incident_key: incidentKey, element_instance_key: elementInstanceKey } of await incidents()) {
    await broker.call('SetVariables', { elementInstanceKey, variables: '{"r":"short"}', local: true });
    await broker.call('ResolveIncident', { incidentKey });
  }
  const [after] = await broker.activate('largeAfter', { fetchVariable: ['none'], requestTimeout: 5_000 });
  expect(after).toBeDefined();
});

test('thousands of items are cancelled', async () => {
  await broker.deploy(looping('cancelled', service('c', loop('=items')), 'c'));
  const { processInstanceKey } = await broker.create('cancelled', {
    items: Array.from({ length: 3_000 }, (_, index) => index),
  });
  await broker.job('c');
  await broker.restart();
  await broker.call('CancelProcessInstance', { processInstanceKey });
  await expect.poll(() => broker.isActive(processInstanceKey), { timeout: 20_000 }).toBe(false);
  expect(
    await broker.sql(`select 1 from zeebe.job where process_instance_key = ${processInstanceKey}`),
  ).toHaveLength(0);
}, 60_000);
