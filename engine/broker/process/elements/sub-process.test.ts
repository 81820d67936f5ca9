/** Sub-processes, event sub-processes, boundary events, errors, terminate ends. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  boundary,
  bpmn,
  chain,
  element,
  end,
  error,
  errorRef,
  flow,
  input,
  ioMapping,
  message,
  messageRef,
  output,
  start,
  task,
  timer,
} from '../../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../../testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

const sub = (id: string, body: string, attributes = '', extensions = '') =>
  element('subProcess', id, extensions, body, attributes);
const variablesOf = async (type: string) => JSON.parse((await broker.job(type)).variables);

test('a sub-process has variables of its own and gives out what is mapped', async () => {
  const inner = `${start('s')}${task('inner')}${end('e')}${chain('s', 'inner', 'e')}`;
  const mapping = ioMapping(input('=a', 'local') + output('=result', 'out'));
  await broker.deploy(
    bpmn(
      'sub',
      `${start()}${sub('sp', inner, '', mapping)}${task('outer')}${end()}${chain('start', 'sp', 'outer', 'end')}`,
    ),
  );
  await broker.create('sub', { a: 1 });
  const job = await broker.job('inner');
  expect(job.variables).toBe('{"local":1,"a":1}');
  await broker.restart();
  await broker.complete(job, { result: 'r', local: 2 });
  expect(await variablesOf('outer')).toEqual({ a: 1, result: 'r', out: 'r' });
});

test('an interrupting timer boundary event ends the sub-process, a non-interrupting one runs beside it', async () => {
  const inner = `${start('s')}${task('held')}${chain('s', 'held')}`;
  const body = `${start()}${sub('sp', inner)}${boundary('remind', 'sp', timer('timeCycle', 'R2/PT10S'), false)}
${boundary('late', 'sp', timer('timeDuration', 'PT1M'))}${task('reminder')}${task('overdue')}
${chain('start', 'sp')}${flow(['remind', 'reminder'], ['late', 'overdue'])}`;
  await broker.deploy(bpmn('timeouts', body));
  const { processInstanceKey } = await broker.create('timeouts');
  const held = await broker.job('held');
  broker.clock.add(10_000);
  await broker.complete(await broker.job('reminder'));
  broker.clock.add(10_000);
  await broker.complete(await broker.job('reminder'));
  await broker.restart();
  broker.clock.add(41_000);
  await broker.complete(await broker.job('overdue'));
  expect(await broker.activate('reminder')).toHaveLength(0);
  expect((await broker.failure('CompleteJob', { jobKey: held.key })).code).toBe(5);
  expect(await broker.isActive(processInstanceKey)).toBe(false);
  expect(await broker.sql('select * from zeebe.timer')).toHaveLength(0);
});

test('boundary messages: the variables of a non-interrupting one go to the root, it can come again', async () => {
  const body = `${start()}${task('host')}${boundary('note', 'host', messageRef('m'), false)}${task('noted')}${chain('start', 'host')}${chain('note', 'noted')}`;
  await broker.deploy(bpmn('notes', body, message('m', 'note', '=id')));
  await broker.create('notes', { id: 1 });
  await broker.publish('note', '1', { variables: '{"text":"a"}' });
  await broker.publish('note', '1', { variables: '{"text":"b"}' });
  expect(await broker.activate('noted')).toHaveLength(2);
  expect(await variablesOf('host')).toEqual({ id: 1, text: 'b' });
});

test('an interrupting event sub-process by message stops everything else and then the process ends', async () => {
  const withdrawal = `${start('ws', messageRef('m'))}${task('withdraw')}${end('we')}${chain('ws', 'withdraw', 'we')}`;
  const body = `${start()}${element('parallelGateway', 'fork')}${task('w1')}${task('w2')}${chain('start', 'fork', 'w1')}${flow(['fork', 'w2'])}
${sub('esp', withdrawal, 'triggeredByEvent="true"')}`;
  await broker.deploy(bpmn('withdrawable', body, message('m', 'withdrawn', '=id')));
  const { processInstanceKey } = await broker.create('withdrawable', { id: 'd1' });
  const job = await broker.job('w1');
  await broker.restart();
  await broker.publish('withdrawn', 'd1', { variables: '{"reason":"moved"}' });
  expect((await broker.failure('CompleteJob', { jobKey: job.key })).code).toBe(5);
  expect(await broker.activate('w2')).toHaveLength(0);
  const withdraw = await broker.job('withdraw');
  expect(JSON.parse(withdraw.variables)).toEqual({ id: 'd1', reason: 'moved' });
  await broker.complete(withdraw);
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('a non-interrupting event sub-process runs beside and each time anew', async () => {
  const reminder = `${start('rs', timer('timeCycle', 'R3/PT1H')).replace('<bpmn:startEvent id="rs"', '<bpmn:startEvent id="rs" isInterrupting="false"')}${task('remind')}${chain('rs', 'remind')}`;
  const body = `${start()}${task('main')}${chain('start', 'main')}${sub('esp', reminder, 'triggeredByEvent="true"')}`;
  await broker.deploy(bpmn('reminding', body));
  const { processInstanceKey } = await broker.create('reminding');
  const main = await broker.job('main');
  for (const _round of [1, 2, 3]) {
    broker.clock.add(3_600_000);
    await broker.complete(await broker.job('remind'));
  }
  broker.clock.add(3_600_000);
  expect(await broker.activate('remind')).toHaveLength(0);
  await broker.complete(main).catch(() => undefined);
  const [again] = await broker.activate('main');
  if (again) await broker.complete(again);
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

const errors = `${error('e1', 'E1')}${error('e2', 'E2')}`;
const caught = (id: string) => {
  const inner = `${start('s')}${task('risky')}${end('ie')}${boundary('own', 'risky', errorRef('e2'))}${task('ownHandler')}${chain('s', 'risky', 'ie')}${chain('own', 'ownHandler')}`;
  const body = `${start()}${sub('sp', inner)}${boundary('specific', 'sp', errorRef('e1'))}${boundary('all', 'sp', '<bpmn:errorEventDefinition />')}
${task('specificHandler')}${task('allHandler')}${chain('start', 'sp')}${flow(['specific', 'specificHandler'], ['all', 'allHandler'])}`;
  return bpmn(id, body, errors);
};

test('an error is caught by the nearest event, the specific one before the catch-all', async () => {
  await broker.deploy(caught('catching'));
  for (const [code, handler] of [
    ['E1', 'specificHandler'],
    ['E2', 'ownHandler'],
    ['E9', 'allHandler'],
  ]) {
    await broker.create('catching');
    const job = await broker.job('risky');
    await broker.call('ThrowError', { jobKey: job.key, errorCode: code, variables: '{"v":1}' });
    const handled = await broker.job(handler ?? '');
    expect(handled.variables).toBe('{}');
    await broker.complete(handled);
    expect((await broker.failure('CompleteJob', { jobKey: job.key })).code).toBe(5);
  }
});

test('an error nobody catches is an incident on the job', async () => {
  const body = `${start()}${task('lonely')}${boundary('b1', 'lonely', errorRef('e1'))}${boundary('b2', 'lonely', errorRef('e2'))}${end('x')}${chain('start', 'lonely')}${flow(['b1', 'x'], ['b2', 'x'])}`;
  await broker.deploy(bpmn('uncaught', body, errors));
  const { processInstanceKey } = await broker.create('uncaught');
  const job = await broker.job('lonely');
  await broker.call('ThrowError', { jobKey: job.key, errorCode: 'X', errorMessage: 'oh' });
  const [incident] = await broker.sql(
    `select * from zeebe.incidents where process_instance_key = ${processInstanceKey}`,
  );
  expect(incident).toMatchObject({
    type: 'UNHANDLED_ERROR_EVENT',
    message:
      "Expected to throw an error event with the code 'X' with message 'oh', but it was not caught. Available error events are [E2, E1]",
  });
  expect(await broker.failure('CompleteJob', { jobKey: job.key })).toMatchObject({
    code: 9,
    message: `Command 'COMPLETE' rejected with code 'INVALID_STATE': Expected to complete job with key '${job.key}', but it is in state 'ERROR_THROWN'`,
  });
  await broker.call('ResolveIncident', { incidentKey: incident.incident_key });
  await broker.complete(await broker.job('lonely'));
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('an error end event interrupts to an error event sub-process', async () => {
  const handler = `${start('hs', errorRef('e1'))}${task('rescue')}${chain('hs', 'rescue')}`;
  const body = `${start()}${element('parallelGateway', 'fork')}${task('other')}${end('fail', errorRef('e1'))}${chain('start', 'fork', 'other')}${flow(['fork', 'fail'])}${sub('esp', handler, 'triggeredByEvent="true"')}`;
  await broker.deploy(bpmn('rescued', body, errors));
  const { processInstanceKey } = await broker.create('rescued');
  expect(await broker.activate('other')).toHaveLength(0);
  await broker.complete(await broker.job('rescue'));
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('an uncaught error end event stops with an incident', async () => {
  await broker.deploy(
    bpmn('thrown', `${start()}${end('fail', errorRef('e1'))}${chain('start', 'fail')}`, errors),
  );
  const { processInstanceKey } = await broker.create('thrown');
  const [incident] = await broker.sql(
    `select * from zeebe.incidents where process_instance_key = ${processInstanceKey}`,
  );
  expect(incident.message).toBe(
    "Expected to throw an error event with the code 'E1', but it was not caught. No error events are available in the scope.",
  );
});

test('a terminate end event ends its scope only', async () => {
  const inner = `${start('s')}${element('parallelGateway', 'fork')}${task('stopped')}${task('stopper')}${end('kill', '<bpmn:terminateEventDefinition />')}${chain('s', 'fork', 'stopped')}${chain('fork', 'stopper', 'kill')}`;
  await broker.deploy(
    bpmn('terminating', `${start()}${sub('sp', inner)}${task('next')}${chain('start', 'sp', 'next')}`),
  );
  await broker.create('terminating');
  const stopped = await broker.job('stopped');
  await broker.complete(await broker.job('stopper'));
  expect((await broker.failure('CompleteJob', { jobKey: stopped.key })).code).toBe(5);
  await broker.complete(await broker.job('next'));
});

test('event sub-process expressions that fail are an incident on the start event, and no flow is taken meanwhile', async () => {
  const handler = `${start('hs', messageRef('m'))}${end('he')}${chain('hs', 'he')}`;
  const body = `${start()}${task('first')}${chain('start', 'first')}${sub('esp', handler, 'triggeredByEvent="true"')}`;
  await broker.deploy(bpmn('badEsp', body, message('m', 'x', '=nope')));
  const { processInstanceKey } = await broker.create('badEsp');
  const [incident] = await broker.sql(
    `select * from zeebe.incidents where process_instance_key = ${processInstanceKey}`,
  );
  expect(incident.element_id).toBe('start');
  expect(await broker.activate('first')).toHaveLength(0);
  await broker.call('SetVariables', { elementInstanceKey: processInstanceKey, variables: '{"nope":"k"}' });
  await broker.call('ResolveIncident', { incidentKey: incident.incident_key });
  expect(await broker.activate('first')).toHaveLength(1);
});
