/** Tasks: service, send, user, script, receive, manual, undefined – happy path, incident, cancellation. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bpmn, chain, element, end, input, ioMapping, message, start, task } from '../../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../../testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

const inLine = (id: string, middle: string, ...ids: string[]) =>
  bpmn(id, `${start()}${middle}${end()}${chain('start', ...ids, 'end')}`);
const incidents = (instance: string) =>
  broker.sql(`select * from zeebe.incidents where process_instance_key = ${instance}`);

test('a service task gives its worker type, headers, retries and variables', async () => {
  const headers =
    '<zeebe:taskHeaders><zeebe:header key="a" value="1" /><zeebe:header key="b" value="&quot;x&quot;" /><zeebe:header key="c" value="" /></zeebe:taskHeaders>';
  const work = `<bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="=&quot;t&quot; + kind" retries="=2.9" />${headers}</bpmn:extensionElements></bpmn:serviceTask>`;
  await broker.deploy(inLine('service', work, 'work'));
  const { processInstanceKey } = await broker.create('service', { kind: 'X' });
  const job = await broker.job('tX', { worker: 'me', timeout: 1234 });
  expect(job).toMatchObject({
    processInstanceKey,
    bpmnProcessId: 'service',
    processDefinitionVersion: 1,
    retries: 2,
    worker: 'me',
    customHeaders: '{"a":"1","b":"\\"x\\""}',
    variables: '{"kind":"X"}',
  });
  expect(Number(job.deadline) - broker.clock.now()).toBeLessThanOrEqual(1234);
  await broker.complete(job, { done: true });
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('a service task whose type is no string stops with an incident until the variable is right', async () => {
  await broker.deploy(inLine('typed', task('work', '', '=kind'), 'work'));
  const { processInstanceKey } = await broker.create('typed');
  const [incident] = await incidents(processInstanceKey);
  expect(incident).toMatchObject({
    type: 'EXTRACT_VALUE_ERROR',
    element_id: 'work',
    message:
      "Expected result of the expression 'kind' to be 'STRING', but was 'NULL'. The evaluation reported the following warnings:\n[NO_VARIABLE_FOUND] No variable found with name 'kind'",
  });
  await broker.call('SetVariables', { elementInstanceKey: processInstanceKey, variables: '{"kind":"late"}' });
  await broker.call('ResolveIncident', { incidentKey: incident.incident_key });
  const again = await broker.failure('ResolveIncident', { incidentKey: incident.incident_key });
  expect(again).toEqual({
    code: 5,
    message: `Command 'RESOLVE' rejected with code 'NOT_FOUND': Expected to resolve incident with key '${incident.incident_key}', but no such incident was found`,
  });
  await broker.complete(await broker.job('late'));
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('a static numeric type is a number and no string', async () => {
  await broker.deploy(inLine('numeric', task('work', '', '123'), 'work'));
  const { processInstanceKey } = await broker.create('numeric');
  expect((await incidents(processInstanceKey))[0].message).toBe(
    "Expected result of the expression '123' to be 'STRING', but was 'NUMBER'.",
  );
});

test('cancelling takes job and incidents away', async () => {
  await broker.deploy(inLine('cancel', task('work', '', 'cancelled'), 'work'));
  const { processInstanceKey } = await broker.create('cancel');
  const job = await broker.job('cancelled');
  await broker.call('FailJob', { jobKey: job.key, retries: 0, errorMessage: 'boom' });
  expect(await incidents(processInstanceKey)).toHaveLength(1);
  await broker.call('CancelProcessInstance', { processInstanceKey });
  expect(await incidents(processInstanceKey)).toHaveLength(0);
  expect((await broker.failure('CompleteJob', { jobKey: job.key })).code).toBe(5);
  expect(await broker.failure('CancelProcessInstance', { processInstanceKey })).toEqual({
    code: 5,
    message: `Command 'CANCEL' rejected with code 'NOT_FOUND': Expected to cancel a process instance with key '${processInstanceKey}', but no such process was found`,
  });
});

test('a send task is a job', async () => {
  const send = element('sendTask', 'send', '<zeebe:taskDefinition type="send" />');
  await broker.deploy(inLine('sending', send, 'send'));
  const { processInstanceKey } = await broker.create('sending');
  await broker.complete(await broker.job('send'));
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('a user task is a job with assignment headers', async () => {
  const assignment =
    '<zeebe:assignmentDefinition assignee="5" candidateGroups="a, b" candidateUsers="=users" />';
  const schedule = '<zeebe:taskSchedule dueDate="=due" followUpDate="2031-02-03T04:05+07:00" />';
  const form = '<zeebe:formDefinition formKey="key" />';
  const headers = '<zeebe:taskHeaders><zeebe:header key="x" value="y" /></zeebe:taskHeaders>';
  await broker.deploy(
    inLine('user', element('userTask', 'ut', assignment + schedule + form + headers), 'ut'),
  );
  const { processInstanceKey } = await broker.create('user', { users: ['u"1', 'u2'], due: null });
  const job = await broker.job('io.camunda.zeebe:userTask');
  expect(job.retries).toBe(1);
  expect(JSON.parse(job.customHeaders)).toEqual({
    x: 'y',
    'io.camunda.zeebe:assignee': '5',
    'io.camunda.zeebe:candidateGroups': '["a","b"]',
    'io.camunda.zeebe:candidateUsers': '["u"1","u2"]',
    'io.camunda.zeebe:followUpDate': '2031-02-03T04:05+07:00',
    'io.camunda.zeebe:formKey': 'key',
  });
  await broker.complete(job);
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('a user task whose candidates are no list of strings stops', async () => {
  const assignment = '<zeebe:assignmentDefinition candidateGroups="=groups" />';
  await broker.deploy(inLine('badUser', element('userTask', 'ut', assignment), 'ut'));
  const { processInstanceKey } = await broker.create('badUser', { groups: [1, 2] });
  expect((await incidents(processInstanceKey))[0].message).toBe(
    "Expected result of the expression 'groups' to be 'ARRAY' containing 'STRING' items, but was 'ARRAY' containing at least one non-'STRING' item.",
  );
});

test('a script task sets its result variable; its locals stay its own', async () => {
  const script = '<zeebe:script expression="=x * 2" resultVariable="twice" />';
  const mapping = ioMapping(input('=n + 1', 'x'));
  await broker.deploy(
    inLine('script', `${element('scriptTask', 'st', script + mapping)}${task('after')}`, 'st', 'after'),
  );
  await broker.create('script', { n: 20 });
  expect(JSON.parse((await broker.job('after')).variables)).toEqual({ n: 20, twice: 42 });
});

test('a receive task waits for its message and takes its variables', async () => {
  const body = `${start()}${element('receiveTask', 'receive', '', '', 'messageRef="m"')}${task('received')}${end()}${chain('start', 'receive', 'received', 'end')}`;
  await broker.deploy(bpmn('receiving', body, message('m', 'news', '=id')));
  const first = await broker.create('receiving', { id: 'k1' });
  const second = await broker.create('receiving', { id: 'k2' });
  await broker.publish('news', 'k2', { variables: '{"text":"hello"}' });
  const job = await broker.job('received');
  expect(job.processInstanceKey).toBe(second.processInstanceKey);
  expect(JSON.parse(job.variables)).toEqual({ id: 'k2', text: 'hello' });
  await broker.call('CancelProcessInstance', { processInstanceKey: first.processInstanceKey });
  expect(await broker.sql('select * from zeebe.message_subscription')).toHaveLength(0);
});

test('a correlation key that is neither string nor number stops', async () => {
  const body = `${start()}${element('receiveTask', 'receive', '', '', 'messageRef="m"')}${end()}${chain('start', 'receive', 'end')}`;
  await broker.deploy(bpmn('noKey', body, message('m', 'news', '=[1]')));
  const { processInstanceKey } = await broker.create('noKey');
  expect((await incidents(processInstanceKey))[0].message).toBe(
    "Failed to extract the correlation key for '[1]': The value must be either a string or a number, but was 'ARRAY'.",
  );
});

test('manual and undefined tasks pass', async () => {
  await broker.deploy(
    inLine(
      'passing',
      `${element('manualTask', 'm')}${element('task', 't')}${task('passed')}`,
      'm',
      't',
      'passed',
    ),
  );
  await broker.create('passing');
  await broker.complete(await broker.job('passed'));
});
