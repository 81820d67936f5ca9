/** Deployments, versions, deletion, creation (zeebe.md 3.19, 3.20). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bpmn, chain, message, messageRef, oneTask, start, task } from '../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

const deploy = (name: string, content: string) =>
  broker.call('DeployResource', { resources: [{ name, content: Buffer.from(content) }] });

test('the same file again is no new version, another name or content is', async () => {
  const first = await deploy('a.bpmn', oneTask('dup'));
  const again = await deploy('a.bpmn', oneTask('dup'));
  expect(again.deployments[0].process).toEqual(first.deployments[0].process);
  expect(again.key).not.toBe(first.key);
  expect((await deploy('b.bpmn', oneTask('dup'))).deployments[0].process.version).toBe(2);
  await broker.restart();
  expect((await deploy('b.bpmn', oneTask('dup'))).deployments[0].process.version).toBe(2);
  expect((await deploy('a.bpmn', oneTask('dup'))).deployments[0].process.version).toBe(3);
});

test('what is refused', async () => {
  expect(await broker.failure('DeployResource', {})).toEqual({
    code: 3,
    message:
      "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy at least one resource, but none given",
  });
  const resources = [
    { name: 'x.txt', content: Buffer.from('') },
    { name: 'y.bpmn', content: Buffer.from(bpmn('noStart', task('t'))) },
  ];
  const { message: text } = await broker.failure('DeployResource', { resources });
  expect(text).toContain(
    "encountered the following errors:\n\n'x.txt': unknown resource type\n'y.bpmn': - Element: noStart\n    - ERROR: Must have at least one start event",
  );
  const twice = [1, 2].map((n) => ({ name: `${n}.bpmn`, content: Buffer.from(oneTask('same')) }));
  expect((await broker.failure('DeployResource', { resources: twice })).message).toContain(
    "Duplicated process id in resources '1.bpmn' and '2.bpmn'",
  );
  expect((await broker.failure('CreateProcessInstance', { bpmnProcessId: 'same', version: -1 })).code).toBe(
    5,
  );
});

test('creating by id and version or by key', async () => {
  const { deployments } = await deploy('c.bpmn', oneTask('creating'));
  const key = deployments[0].process.processDefinitionKey;
  const create = (request: object) => broker.call('CreateProcessInstance', { ...request });
  expect(await create({ bpmnProcessId: 'creating', version: 1 })).toMatchObject({
    version: 1,
    processDefinitionKey: key,
  });
  expect(await create({ processDefinitionKey: key })).toMatchObject({ bpmnProcessId: 'creating' });
  const refusals: [object, number, string][] = [
    [
      { bpmnProcessId: 'creating' },
      5,
      "Expected to find process definition with process ID 'creating' and version '0', but none found",
    ],
    [
      { bpmnProcessId: 'nope', version: -1 },
      5,
      "Expected to find process definition with process ID 'nope', but none found",
    ],
    [{ processDefinitionKey: 0 }, 5, "Expected to find process definition with key '0', but none found"],
    [
      { processDefinitionKey: -1 },
      3,
      'Expected at least a bpmnProcessId or a key greater than -1, but none given',
    ],
  ];
  for (const [request, code, reason] of refusals) {
    const failure = await broker.failure('CreateProcessInstance', { ...request });
    expect(failure).toMatchObject({ code });
    expect(failure.message).toContain(reason);
  }
});

test('a process without a none start event cannot be created', async () => {
  await broker.deploy(
    bpmn('byMessage', `${start('ms', messageRef('m'))}${task('t')}${chain('ms', 't')}`, message('m', 'go')),
  );
  expect(await broker.failure('CreateProcessInstance', { bpmnProcessId: 'byMessage', version: -1 })).toEqual({
    code: 9,
    message:
      "Command 'CREATE' rejected with code 'INVALID_STATE': Expected to create instance of process with none start event, but there is no such event",
  });
});

test('with result: the variables of the end, of those asked for', async () => {
  await broker.deploy(bpmn('resulting', `${start()}${task('give', '', 'give')}${chain('start', 'give')}`));
  const answer = broker.call('CreateProcessInstanceWithResult', {
    request: { bpmnProcessId: 'resulting', version: -1, variables: '{"a":1}' },
    fetchVariables: ['r', 'none'],
    requestTimeout: 5_000,
  });
  await broker.complete(await broker.job('give'), { r: 2 });
  expect(await answer).toMatchObject({ bpmnProcessId: 'resulting', version: 1, variables: '{"r":2}' });
  const late = await broker.failure('CreateProcessInstanceWithResult', {
    request: { bpmnProcessId: 'resulting', version: -1 },
    requestTimeout: 50,
  });
  expect(late.code).toBe(4);
});

test('deleting: not while instances run; the version before becomes the latest, the number is not used again', async () => {
  const model = (type: string) =>
    bpmn(
      'deleted',
      `${start()}${start('ms', messageRef('m'))}${task('t', '', type)}${chain('start', 't')}${chain('ms', 't')}`,
      message('m', 'del'),
    );
  await broker.deploy(model('d1'));
  const { deployments } = await broker.deploy(model('d2'));
  const resourceKey = deployments[0].process.processDefinitionKey;
  const { processInstanceKey } = await broker.create('deleted');
  await broker.restart();
  expect(await broker.failure('DeleteResource', { resourceKey })).toMatchObject({
    code: 9,
    message: `Command 'DELETE' rejected with code 'INVALID_STATE': Expected to delete resource with key \`${resourceKey}\` but there are still running instances`,
  });
  await broker.call('CancelProcessInstance', { processInstanceKey });
  await broker.call('DeleteResource', { resourceKey });
  expect((await broker.create('deleted')).version).toBe(1);
  await broker.publish('del', '');
  expect(await broker.activate('d1')).toHaveLength(2);
  await broker.restart();
  expect((await broker.failure('DeleteResource', { resourceKey })).code).toBe(5);
  expect((await broker.deploy(model('d2'))).deployments[0].process.version).toBe(3);
});
