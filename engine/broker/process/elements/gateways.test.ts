/** Exclusive and parallel gateways. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bpmn, chain, element, end, flow, start, task } from '../../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../../testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

const exclusive = (id: string, defaultFlow: string) =>
  bpmn(
    id,
    `${start()}${element('exclusiveGateway', 'choice', '', '', defaultFlow)}${task('a')}${task('b')}${task('c')}
${chain('start', 'choice')}${flow(['choice', 'a', '=x &gt; 1'], ['choice', 'b', '=x &gt; 2'])}
${defaultFlow ? flow(['choice', 'c']) : flow(['choice', 'c', '=false'])}`,
  );

test('of two true conditions the later flow in the document wins', async () => {
  await broker.deploy(exclusive('order', 'default="choice_c"'));
  await broker.create('order', { x: 3 });
  await broker.create('order', { x: 2 });
  await broker.create('order', { x: 0 });
  expect(await broker.activate('b')).toHaveLength(1);
  expect(await broker.activate('a')).toHaveLength(1);
  expect(await broker.activate('c')).toHaveLength(1);
});

test('without a true condition or a default it stops until one holds', async () => {
  await broker.deploy(exclusive('strict', ''));
  const { processInstanceKey } = await broker.create('strict', { x: 0 });
  const [incident] = await broker.sql(
    `select * from zeebe.incidents where process_instance_key = ${processInstanceKey}`,
  );
  expect(incident).toMatchObject({
    type: 'CONDITION_ERROR',
    message: 'Expected at least one condition to evaluate to true, or to have a default flow',
  });
  await broker.call('SetVariables', { elementInstanceKey: processInstanceKey, variables: '{"x":2}' });
  await broker.call('ResolveIncident', { incidentKey: incident.incident_key });
  expect(await broker.activate('a')).toHaveLength(1);
});

test('a condition that is no boolean stops', async () => {
  await broker.deploy(exclusive('loose', 'default="choice_c"'));
  const { processInstanceKey } = await broker.create('loose', {});
  const [incident] = await broker.sql(
    `select * from zeebe.incidents where process_instance_key = ${processInstanceKey}`,
  );
  expect(incident.type).toBe('EXTRACT_VALUE_ERROR');
  expect(incident.message).toContain(
    "Expected result of the expression 'x > 2' to be 'BOOLEAN', but was 'NULL'.",
  );
});

test('a parallel gateway forks in reverse document order and joins once all have come', async () => {
  const body = `${start()}${element('parallelGateway', 'fork')}${task('p1', '', 'par')}${task('p2', '', 'par')}
${element('parallelGateway', 'join')}${task('joined')}${end()}
${chain('start', 'fork', 'p1', 'join', 'joined', 'end')}${chain('fork', 'p2', 'join')}`;
  await broker.deploy(bpmn('parallel', body));
  const { processInstanceKey } = await broker.create('parallel');
  const [first, second] = await broker.activate('par');
  expect([first.elementId, second.elementId]).toEqual(['p2', 'p1']);
  await broker.complete(first);
  expect(await broker.activate('joined')).toHaveLength(0);
  await broker.restart();
  await broker.complete(second);
  await broker.complete(await broker.job('joined'));
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('a second token on one flow waits for the other flow and keeps the scope open', async () => {
  const body = `${start()}${element('parallelGateway', 'fork')}${element('exclusiveGateway', 'merge')}${task('slow')}
${element('parallelGateway', 'join')}${task('twice')}
${chain('start', 'fork', 'merge', 'join', 'twice')}<bpmn:sequenceFlow id="again" sourceRef="fork" targetRef="merge" />${chain('fork', 'slow', 'join')}`;
  await broker.deploy(bpmn('tetris', body));
  const { processInstanceKey } = await broker.create('tetris');
  await broker.complete(await broker.job('slow'));
  const jobs = await broker.activate('twice');
  expect(jobs).toHaveLength(1);
  await broker.complete(jobs[0]);
  expect(await broker.isActive(processInstanceKey)).toBe(true);
});

test('a loop of gateways and scripts that never waits does not stop the others', async () => {
  const script = element('scriptTask', 'script', '<zeebe:script expression="=n + 1" resultVariable="n" />');
  const body = `${start()}${element('exclusiveGateway', 'again')}${script}${chain('start', 'again', 'script', 'again')}`;
  await broker.deploy(
    bpmn('endless', body),
    bpmn('besides', `${start()}${task('beside')}${chain('start', 'beside')}`),
  );
  const { processInstanceKey } = await broker.create('endless', { n: 0 });
  await broker.create('besides');
  await broker.complete(await broker.job('beside'));
  await broker.call('CancelProcessInstance', { processInstanceKey });
  expect(await broker.isActive(processInstanceKey)).toBe(false);
  await expect.poll(() => broker.sql('select * from zeebe.continuation')).toHaveLength(0);
});
