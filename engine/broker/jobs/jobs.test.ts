/** Jobs: polling, streaming, failing, back-off, timeouts, retries (zeebe.md 3.6). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bpmn, chain, start, task } from '../testing/bpmn.ts';
import { type Answer, type TestBroker, testBroker } from '../testing/client.ts';

let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
  for (const type of [
    'order',
    'poll',
    'fail',
    'timeout',
    'retries',
    'gone',
    'stream',
    'fetch',
    'large',
    'many',
  ]) {
    await broker.deploy(bpmn(`p-${type}`, `${start()}${task('t', '', type)}${chain('start', 't')}`));
  }
});
afterAll(() => broker.stop());

const begin = (type: string, variables: object = {}) => broker.create(`p-${type}`, variables);
const keys = (jobs: Answer[]) => jobs.map(({ key }) => key);

test('jobs come in the order of their keys, at most as many as asked for', async () => {
  for (let index = 0; index < 5; index++) await begin('order', { index });
  const first = await broker.activate('order', { maxJobsToActivate: 2 });
  const rest = await broker.activate('order');
  expect([...first, ...rest].map(({ variables }) => JSON.parse(variables).index)).toEqual([0, 1, 2, 3, 4]);
  expect(first).toHaveLength(2);
  await broker.call('FailJob', { jobKey: first[1].key, retries: 3 });
  await begin('order', { index: 5 });
  expect((await broker.activate('order')).map(({ variables }) => JSON.parse(variables).index)).toEqual([
    1, 5,
  ]);
});

test('a long poll is answered by the first job and ends empty when there is none', async () => {
  const waiting = broker.activate('poll', { requestTimeout: 5_000 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { processInstanceKey } = await begin('poll');
  const [job] = await waiting;
  expect(job.processInstanceKey).toBe(processInstanceKey);
  expect(await broker.activate('poll', { requestTimeout: 60 })).toEqual([]);
});

test('requests that make no sense', async () => {
  expect(await broker.activate('', { maxJobsToActivate: 0 })).toEqual([]);
  await expect(broker.activate('')).rejects.toMatchObject({
    code: 3,
    details:
      "Command 'ACTIVATE' rejected with code 'INVALID_ARGUMENT': Expected to activate job batch with type to be present, but it was blank",
  });
  await expect(broker.activate('poll', { timeout: 0 })).rejects.toMatchObject({
    details:
      "Command 'ACTIVATE' rejected with code 'INVALID_ARGUMENT': Expected to activate job batch with timeout to be greater than zero, but it was '0'",
  });
});

test('failing: at once again, after a back-off, or an incident without retries', async () => {
  const { processInstanceKey } = await begin('fail', { a: 1 });
  const job = await broker.job('fail');
  await broker.call('FailJob', { jobKey: job.key, retries: 2, variables: '{"why":"x"}' });
  const again = await broker.job('fail');
  expect(again).toMatchObject({ key: job.key, retries: 2 });
  expect(JSON.parse(again.variables)).toEqual({ a: 1, why: 'x' });

  await broker.call('FailJob', { jobKey: job.key, retries: 1, retryBackOff: 10_000 });
  expect(await broker.activate('fail')).toEqual([]);
  expect((await broker.failure('CompleteJob', { jobKey: job.key })).message).toContain(
    "but it is in state 'FAILED'",
  );
  await broker.restart();
  broker.clock.add(10_000);
  expect((await broker.job('fail')).key).toBe(job.key);

  await broker.call('FailJob', { jobKey: job.key, retries: 0, retryBackOff: 10_000 });
  const [incident] = await broker.sql(
    `select * from zeebe.incidents where process_instance_key = ${processInstanceKey}`,
  );
  expect(incident).toMatchObject({
    type: 'JOB_NO_RETRIES',
    message: 'No more retries left.',
    job_key: job.key,
    job_type: 'fail',
  });
  expect(await broker.failure('ResolveIncident', { incidentKey: incident.incident_key })).toEqual({
    code: 5,
    message: `Command 'RESOLVE' rejected with code 'NOT_FOUND': Expected to resolve incident with key '${incident.incident_key}', but job with key '${job.key}' has no retries left. Please update the job retries and retry resolving the incident`,
  });
  await broker.call('UpdateJobRetries', { jobKey: job.key, retries: 1 });
  expect(await broker.activate('fail')).toEqual([]);
  await broker.call('ResolveIncident', { incidentKey: incident.incident_key });
  await broker.complete(await broker.job('fail'));
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});

test('an activation times out, its worker may still complete; the timeout can be moved', async () => {
  await begin('timeout');
  const job = await broker.job('timeout', { timeout: 1_000 });
  broker.clock.add(500);
  await broker.call('UpdateJobTimeout', { jobKey: job.key, timeout: 5_000 });
  broker.clock.add(2_000);
  expect(await broker.activate('timeout')).toEqual([]);
  broker.clock.add(4_000);
  expect((await broker.job('timeout', { timeout: 1_000 })).key).toBe(job.key);
  broker.clock.add(1_001);
  expect((await broker.failure('UpdateJobTimeout', { jobKey: job.key, timeout: 1 })).message).toBe(
    `Command 'UPDATE_TIMEOUT' rejected with code 'INVALID_STATE': Expected to update the timeout of job with key '${job.key}', but it is not active`,
  );
  await broker.complete(job);
});

test('a timeout is kept over a restart, a year is too', async () => {
  await begin('timeout');
  const job = await broker.job('timeout', { timeout: 1_000 });
  await broker.restart();
  expect(await broker.activate('timeout')).toEqual([]);
  broker.clock.add(1_000);
  expect((await broker.job('timeout', { timeout: 1_000 })).key).toBe(job.key);
  await broker.call('UpdateJobTimeout', { jobKey: job.key, timeout: 365 * 86_400_000 });
  await broker.restart();
  broker.clock.add(300 * 86_400_000);
  expect(await broker.activate('timeout')).toEqual([]);
  await broker.complete(job);
});

test('retries below one are refused before the key is looked at', async () => {
  expect((await broker.failure('UpdateJobRetries', { jobKey: '2251799813999999', retries: 0 })).message).toBe(
    "Command 'UPDATE_RETRIES' rejected with code 'INVALID_ARGUMENT': Expected to update retries for job with key '2251799813999999' with a positive amount of retries, but the amount given was '0'",
  );
});

test('a job whose poller is gone before the commit can be had again', async () => {
  const waiting = broker.activate('gone', { requestTimeout: 40 });
  await begin('gone');
  const delivered = await waiting;
  const [job] = delivered.length > 0 ? delivered : await broker.activate('gone', { requestTimeout: 3_000 });
  expect(job.elementId).toBe('t');
});

test('a stream gets new jobs, not old ones; pollers get them again after its end', async () => {
  const old = await begin('stream');
  const stream = broker.stream('stream');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const fresh = await begin('stream');
  await expect
    .poll(() => stream.jobs.map(({ processInstanceKey }) => processInstanceKey))
    .toEqual([fresh.processInstanceKey]);
  await broker.call('FailJob', { jobKey: stream.jobs[0].key, retries: 1 });
  await expect.poll(() => keys(stream.jobs)).toEqual([stream.jobs[0].key, stream.jobs[0].key]);
  stream.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await begin('stream');
  expect((await broker.activate('stream'))[0].processInstanceKey).toBe(old.processInstanceKey);
});

test('only the variables asked for; absent ones are left out', async () => {
  await begin('fetch', { a: 1, b: 2 });
  expect((await broker.job('fetch', { fetchVariable: ['b', 'c'] })).variables).toBe('{"b":2}');
});

test('answers above 4 MB come in several messages, a single job too large is an incident', async () => {
  const text = 'x'.repeat(1_500_000);
  for (let index = 0; index < 3; index++) await begin('large', { text });
  expect(await broker.activate('large')).toHaveLength(3);
  const { processInstanceKey } = await begin('large', { text });
  for (const name of ['b', 'c']) {
    await broker.call('SetVariables', {
      elementInstanceKey: processInstanceKey,
      variables: JSON.stringify({ [name]: text }),
    });
  }
  expect(await broker.activate('large')).toEqual([]);
  const [incident] = await broker.sql(
    `select * from zeebe.incidents where process_instance_key = ${processInstanceKey}`,
  );
  expect(incident.type).toBe('MESSAGE_SIZE_EXCEEDED');
  await broker.call('ResolveIncident', { incidentKey: incident.incident_key });
  expect(await broker.activate('large', { fetchVariable: ['b'] })).toHaveLength(1);
});

test('after a restart jobs of instances on disk are handed out with all they had', async () => {
  for (let index = 0; index < 30; index++) await begin('many', { index });
  await broker.restart();
  const jobs = await broker.activate('many', { requestTimeout: 5_000 });
  expect(jobs.map(({ variables }) => JSON.parse(variables).index)).toEqual([...Array(30).keys()]);
});
