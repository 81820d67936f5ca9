/** Tokens that multiply without end stop at a bound; everybody else goes on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bpmn, chain, element, end, flow, oneTask, start, task } from '../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../testing/client.ts';
import { MAX_CROWD } from './crowd.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

/** A fork of two flows that both run back into it. */
const breeding = bpmn(
  'breeding',
  `${start()}${element('exclusiveGateway', 'again')}${element('parallelGateway', 'fork')}
${flow(['start', 'again'], ['again', 'fork'], ['fork', 'again'])}<bpmn:sequenceFlow id="second" sourceRef="fork" targetRef="again" />`,
);

const incidents = async (): Promise<number> =>
  (await broker.sql('select count(*)::int as n from zeebe.incident'))[0].n;

test('a fork that runs back into itself', async () => {
  await broker.deploy(breeding, oneTask('one'));
  const { processInstanceKey } = await broker.create('breeding');
  await expect.poll(incidents, { timeout: 60_000, interval: 500 }).toBeGreaterThan(MAX_CROWD * 0.99);
  await broker.create('one');
  await broker.complete(await broker.job('work'));
  expect(await incidents()).toBeLessThan(MAX_CROWD * 1.01);
  await broker.call('CancelProcessInstance', { processInstanceKey });
  await expect.poll(incidents, { timeout: 30_000 }).toBe(0);
  expect(await broker.isActive(processInstanceKey)).toBe(false);
}, 120_000);

test('a loop over more items than the bound waits as a whole', async () => {
  const crowd = task('each').replace(
    '</bpmn:serviceTask>',
    `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..${MAX_CROWD + 1} return i" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>`,
  );
  await broker.deploy(bpmn('crowd', `${start()}${crowd}${end()}${chain('start', 'each', 'end')}`));
  const { processInstanceKey } = await broker.create('crowd');
  const [incident] = await broker.sql(
    `select * from zeebe.incidents where process_instance_key = ${processInstanceKey}`,
  );
  expect(incident.message).toContain(`more than ${MAX_CROWD} active elements`);
});
