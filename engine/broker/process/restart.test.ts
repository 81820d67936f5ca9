/** What compensation, listeners, modification and migration leave in Postgres goes on after a restart. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boundary, bpmn, chain, element, end, start, task } from '../testing/bpmn.ts';
import { type Answer, type TestBroker, testBroker } from '../testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

const compensate = '<bpmn:compensateEventDefinition id="compensation" />';
const association = (from: string, to: string): string =>
  `<bpmn:association id="${from}_to_${to}" sourceRef="${from}" targetRef="${to}" />`;
const keyOf = (deployed: Answer): string => deployed.deployments[0].process.processDefinitionKey;
const handler = (id: string): string =>
  element('serviceTask', id, `<zeebe:taskDefinition type="${id}" />`, '', 'isForCompensation="true"');

async function done(type: string, variables: object = {}): Promise<Answer> {
  const job = await broker.job(type);
  await broker.complete(job, variables);
  return job;
}

test('what can be compensated, and who waits for the handlers', async () => {
  const inner = `${start('s')}${task('c_book')}${boundary('on', 'c_book', compensate)}${handler('c_cancel')}${end('e')}${chain('s', 'c_book', 'e')}${association('on', 'c_cancel')}`;
  await broker.deploy(
    bpmn(
      'compensated',
      `${start()}<bpmn:subProcess id="sp">${inner}</bpmn:subProcess>${task('c_wait')}${element('intermediateThrowEvent', 'throw', '', compensate.replace('"compensation"', '"thrown"'))}${task('c_after')}${end()}${chain('start', 'sp', 'c_wait', 'throw', 'c_after', 'end')}`,
    ),
  );
  const { processInstanceKey } = await broker.create('compensated');
  await done('c_book');
  await broker.restart();
  await done('c_wait');
  const job = await broker.job('c_cancel');
  await broker.restart();
  expect(await broker.activate('c_after')).toEqual([]);
  await broker.complete(job);
  await done('c_after');
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('which listener has its turn', async () => {
  const listener = (event: string, type: string): string =>
    `<zeebe:executionListener eventType="${event}" type="${type}" />`;
  const listeners = `<zeebe:executionListeners>${listener('start', 'l_1')}${listener('start', 'l_2')}${listener('end', 'l_3')}${listener('end', 'l_4')}</zeebe:executionListeners>`;
  await broker.deploy(
    bpmn('listened', `${start()}${task('l_work', listeners)}${end()}${chain('start', 'l_work', 'end')}`),
  );
  const { processInstanceKey } = await broker.create('listened');
  for (const type of ['l_1', 'l_2', 'l_work', 'l_3', 'l_4']) {
    const job = await broker.job(type);
    await broker.restart();
    await broker.complete(job);
  }
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('where a migrated instance stands', async () => {
  const model = (id: string, outer: string, inner: string): string =>
    bpmn(
      id,
      `${start()}<bpmn:subProcess id="${outer}">${start('s')}${task(inner, '', 'm_work')}${end('e')}${chain('s', inner, 'e')}</bpmn:subProcess>${task('m_after')}${end()}${chain('start', outer, 'm_after', 'end')}`,
    );
  const source = keyOf(await broker.deploy(model('from', 'sp', 'a')));
  const target = keyOf(await broker.deploy(model('to', 'sq', 'b')));
  const { processInstanceKey } = await broker.create('from');
  const before = await broker.job('m_work');
  await broker.call('FailJob', { jobKey: before.key, retries: 0 });
  await broker.restart();
  const mappingInstructions = [
    { sourceElementId: 'sp', targetElementId: 'sq' },
    { sourceElementId: 'a', targetElementId: 'b' },
  ];
  const migrationPlan = { targetProcessDefinitionKey: target, mappingInstructions };
  await broker.call('MigrateProcessInstance', { processInstanceKey, migrationPlan });
  await broker.restart();
  const [incident] = await broker.sql('select * from zeebe.incidents');
  expect(incident).toMatchObject({ bpmn_process_id: 'to', element_id: 'b' });
  await broker.call('UpdateJobRetries', { jobKey: before.key, retries: 1 });
  await broker.call('ResolveIncident', { incidentKey: incident.incident_key });
  await broker.call('DeleteResource', { resourceKey: source });
  const job = await broker.job('m_work');
  expect([job.key, job.elementId, job.bpmnProcessId]).toEqual([before.key, 'b', 'to']);
  await broker.complete(job);
  expect((await done('m_after')).bpmnProcessId).toBe('to');
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('a modified instance, and a refused modification', async () => {
  await broker.deploy(
    bpmn(
      'modified',
      `${start()}${task('mod_a')}<bpmn:subProcess id="sp">${start('s')}${task('mod_b')}${end('e')}${chain('s', 'mod_b', 'e')}</bpmn:subProcess>${end()}${chain('start', 'mod_a', 'sp', 'end')}`,
    ),
  );
  const { processInstanceKey } = await broker.create('modified');
  const { elementInstanceKey } = await broker.job('mod_a');
  await broker.restart();
  const activateInstructions = [
    {
      elementId: 'mod_b',
      ancestorElementInstanceKey: -1,
      variableInstructions: [{ variables: '{"v":1}', scopeId: 'sp' }],
    },
  ];
  const refused = await broker.failure('ModifyProcessInstance', {
    processInstanceKey,
    activateInstructions: [{ elementId: 'mod_b', ancestorElementInstanceKey: elementInstanceKey }],
  });
  expect(refused.code).toBe(3);
  await broker.call('ModifyProcessInstance', {
    processInstanceKey,
    activateInstructions,
    terminateInstructions: [{ elementInstanceKey }],
  });
  await broker.restart();
  expect(JSON.parse((await done('mod_b')).variables)).toEqual({ v: 1 });
  expect(await broker.isActive(processInstanceKey)).toBe(false);
  expect(await broker.sql('select * from zeebe.element_instance')).toEqual([]);
});
