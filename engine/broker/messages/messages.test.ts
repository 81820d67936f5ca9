/** Messages: buffering, dedupe, one per process, start events (zeebe.md 3.9). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bpmn, chain, element, end, message, messageRef, start, task } from '../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
});
afterAll(() => broker.stop());

const catching = (id: string, name: string, after: string) =>
  bpmn(
    id,
    `${start()}${element('intermediateCatchEvent', 'catch', '', messageRef('m'))}${task('after', '', after)}${end()}${chain('start', 'catch', 'after', 'end')}`,
    message('m', name, '=key'),
  );
const started = (id: string, name: string, type: string) =>
  bpmn(
    id,
    `${start('ms', messageRef('m'))}${task('work', '', type)}${end()}${chain('ms', 'work', 'end')}`,
    message('m', name),
  );

test('a message is buffered for its time to live and correlated to whoever comes later', async () => {
  await broker.deploy(catching('buffer', 'buffered', 'bufferedJob'));
  await broker.publish('buffered', 'k', { timeToLive: 60_000, variables: '{"n":1}' });
  await broker.publish('buffered', 'k', { timeToLive: 60_000, variables: '{"n":2}' });
  await broker.publish('buffered', 'other', { timeToLive: 10 });
  await broker.publish('buffered', 'k0');
  await broker.restart();
  await broker.create('buffer', { key: 'k' });
  expect(JSON.parse((await broker.job('bufferedJob')).variables)).toEqual({ key: 'k', n: 1 });
  await broker.create('buffer', { key: 'k' });
  expect(JSON.parse((await broker.job('bufferedJob')).variables)).toEqual({ key: 'k', n: 2 });
  broker.clock.add(11);
  await broker.create('buffer', { key: 'other' });
  await broker.create('buffer', { key: 'k0' });
  expect(await broker.activate('bufferedJob')).toEqual([]);
  broker.clock.add(60_000);
  await expect.poll(() => broker.sql('select * from zeebe.message')).toHaveLength(0);
});

test('a message id is taken while its message is buffered', async () => {
  const options = { messageId: 'id1', timeToLive: 1_000 };
  await broker.publish('unique', 'k', options);
  expect(
    await broker.failure('PublishMessage', {
      name: 'unique',
      correlationKey: 'k',
      ...options,
      timeToLive: 0,
    }),
  ).toEqual({
    code: 6,
    message:
      "Command 'PUBLISH' rejected with code 'ALREADY_EXISTS': Expected to publish a new message with id 'id1', but a message with that id was already published",
  });
  await broker.publish('unique', 'other key', options);
  await broker.publish('other', 'k', options);
  await broker.restart();
  expect(
    (await broker.failure('PublishMessage', { name: 'unique', correlationKey: 'k', ...options })).code,
  ).toBe(6);
  broker.clock.add(1_001);
  await broker.publish('unique', 'k', options);
  await broker.publish('instant', 'k', { messageId: 'id2' });
  await broker.publish('instant', 'k', { messageId: 'id2' });
});

test('one message goes to one instance per process, the oldest first, and to every process', async () => {
  await broker.deploy(catching('one', 'shared', 'sharedOne'));
  await broker.deploy(catching('two', 'shared', 'sharedTwo'));
  const first = await broker.create('one', { key: 's' });
  await broker.create('one', { key: 's' });
  await broker.create('two', { key: 's' });
  await broker.publish('shared', 's', { timeToLive: 60_000 });
  expect((await broker.activate('sharedOne')).map((job) => job.processInstanceKey)).toEqual([
    first.processInstanceKey,
  ]);
  expect(await broker.activate('sharedTwo')).toHaveLength(1);
  await broker.create('one', { key: 's' });
  expect(await broker.activate('sharedOne')).toEqual([]);
});

test('number correlation keys lose their fraction', async () => {
  await broker.deploy(catching('numeric', 'number', 'numbered'));
  await broker.create('numeric', { key: 5.5 });
  await broker.publish('number', '5');
  expect(await broker.activate('numbered')).toHaveLength(1);
});

test('a start message with a key starts one instance at a time; the next buffered one starts when it ends', async () => {
  await broker.deploy(started('locked', 'begin', 'locked'));
  await broker.publish('begin', 'd1', { timeToLive: 3_600_000, messageId: 'd1', variables: '{"n":1}' });
  await broker.publish('begin', 'd1', { timeToLive: 3_600_000, messageId: 'd1b', variables: '{"n":2}' });
  await broker.publish('begin', 'd2', { variables: '{"n":3}' });
  const jobs = await broker.activate('locked');
  expect(jobs.map(({ variables }) => JSON.parse(variables).n)).toEqual([1, 3]);
  await broker.restart();
  expect(
    (await broker.failure('PublishMessage', { name: 'begin', correlationKey: 'd1', messageId: 'd1' })).code,
  ).toBe(6);
  expect(await broker.activate('locked')).toEqual([]);
  await broker.complete(jobs[0]);
  const next = await broker.job('locked');
  expect(JSON.parse(next.variables)).toEqual({ n: 2 });
  await broker.publish('begin', 'd1', { timeToLive: 3_600_000, variables: '{"n":4}' });
  await broker.call('CancelProcessInstance', { processInstanceKey: next.processInstanceKey });
  expect(JSON.parse((await broker.job('locked')).variables)).toEqual({ n: 4 });
});

test('an empty correlation key always starts a new instance', async () => {
  await broker.deploy(started('free', 'free', 'free'));
  await broker.publish('free', '');
  await broker.publish('free', '');
  expect(await broker.activate('free')).toHaveLength(2);
});

test('a new version takes the start message over', async () => {
  await broker.deploy(started('versioned', 'v', 'v1'));
  await broker.deploy(started('versioned', 'v', 'v2'));
  await broker.publish('v', '');
  expect(await broker.activate('v1')).toEqual([]);
  expect(await broker.activate('v2')).toHaveLength(1);
});
