/** Signal subscriptions over restarts, and broadcasts to thousands. What clients see is in conformance/scenarios/signals. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boundary, bpmn, chain, element, flow, oneTask, start, task, timer } from '../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../testing/client.ts';

let broker: TestBroker;
beforeEach(async () => {
  broker = await testBroker();
});
afterEach(() => broker.stop());

const signal = (name: string) => `<bpmn:signal id="g" name="${name}" />`;
const signalRef = '<bpmn:signalEventDefinition signalRef="g" />';
const catching = (id: string) => element('intermediateCatchEvent', id, '', signalRef);
const broadcast = (signalName: string, variables = {}) =>
  broker.call('BroadcastSignal', { signalName, variables: JSON.stringify(variables) });
const waiting = (id: string) =>
  bpmn(id, `${start()}${catching('c')}${task('after')}${chain('start', 'c', 'after')}`, signal('go'));
const count = async (table: string): Promise<number> =>
  Number((await broker.sql(`select count(*) as n from zeebe.${table}`))[0].n);

test('every kind of subscription is found again after a restart', async () => {
  const scope = `${start('ss', signalRef).replace('id="ss"', 'id="ss" isInterrupting="false"')}${task('byScope')}${chain('ss', 'byScope')}`;
  const body = `${start()}${element('parallelGateway', 'f')}${catching('c')}${task('caught')}
${task('host')}${boundary('b', 'host', signalRef, false)}${task('beside')}
${element('eventBasedGateway', 'g1')}${catching('c2')}${element('intermediateCatchEvent', 't', '', timer('timeDuration', 'PT1H'))}${task('chosen')}
${chain('start', 'f', 'c', 'caught')}${chain('f', 'host')}${chain('b', 'beside')}${chain('f', 'g1', 'c2', 'chosen')}${flow(['g1', 't'])}
${element('subProcess', 'es', '', scope, 'triggeredByEvent="true"')}`;
  await broker.deploy(bpmn('all', body, signal('go')));
  await broker.deploy(
    bpmn('started', `${start('s', signalRef)}${task('first')}${chain('s', 'first')}`, signal('go')),
  );
  const { processInstanceKey } = await broker.create('all');
  expect(await count('signal_subscription')).toBe(4);
  await broker.restart();
  await broadcast('go', { n: 1 });
  const jobs = await Promise.all(
    ['caught', 'beside', 'byScope', 'chosen', 'first'].map((type) => broker.job(type)),
  );
  for (const job of jobs) expect(JSON.parse(job.variables)).toEqual({ n: 1 });
  // the catch event and the gateway are over, the others hear more
  expect(await count('signal_subscription')).toBe(2);
  await broker.call('CancelProcessInstance', { processInstanceKey });
  expect(await broker.isActive(processInstanceKey)).toBe(false);
  expect(await count('signal_subscription')).toBe(0);
});

test('a start signal of a replaced version is not heard after a restart either', async () => {
  const version = (n: number) =>
    bpmn('versions', `${start(`s${n}`, signalRef)}${task('first')}${chain(`s${n}`, 'first')}`, signal('go'));
  await broker.deploy(version(1));
  await broker.deploy(version(2));
  await broker.restart();
  await broadcast('go');
  expect((await broker.job('first')).processDefinitionVersion).toBe(2);
  await broker.deploy(version(3));
  await broker.restart();
  await broadcast('go');
  expect((await broker.job('first')).processDefinitionVersion).toBe(3);
});

async function createMany(id: string, total: number): Promise<void> {
  let left = total;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await broker.create(id);
  };
  await Promise.all(Array.from({ length: 64 }, worker));
}

test('10 000 instances hear one signal once, and others are served meanwhile', {
  timeout: 120_000,
}, async () => {
  await broker.deploy(waiting('crowd'), oneTask('other'));
  await createMany('crowd', 10_000);
  // a restart leaves none of them in memory
  await broker.restart();
  await broadcast('go', { n: 1 });
  await broker.create('other');
  const [job] = await broker.activate('work');
  expect(job).toBeDefined();
  expect(await count("job where type = 'after'")).toBeLessThan(10_000);
  await expect.poll(() => count("job where type = 'after'"), { timeout: 60_000 }).toBe(10_000);
  expect(await count('signal_subscription')).toBe(0);
  expect(await count('continuation')).toBe(0);
});

test('a process that waits again for the signal it has heard hears it once per broadcast', async () => {
  const body = `${start()}${element('exclusiveGateway', 'x')}${catching('c')}${chain('start', 'x', 'c', 'x')}`;
  await broker.deploy(bpmn('round', body, signal('go')));
  await createMany('round', 1_200);
  await broadcast('go');
  await expect.poll(() => count('continuation')).toBe(0);
  expect(await count('signal_subscription')).toBe(1_200);
  expect(await count('element_instance')).toBe(2_400);
});
