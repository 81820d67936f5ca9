/** Too much at once, and too large: refused clearly, while what brings work to its end goes on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../sql/index.ts';
import { bpmn, chain, element, end, message, messageRef, oneTask, start } from '../testing/bpmn.ts';
import { type TestBroker, testBroker } from '../testing/client.ts';

const RESOURCE_EXHAUSTED = 8;
const UNKNOWN = 2;
let broker: TestBroker;
beforeAll(async () => {
  broker = await testBroker();
  await broker.deploy(
    oneTask('one'),
    bpmn(
      'listens',
      `${start()}${element('intermediateCatchEvent', 'hear', '', messageRef('m'))}${end()}${chain('start', 'hear', 'end')}`,
      message('m', 'go', '=id'),
    ),
  );
});
afterAll(() => broker.stop());

test('new work is refused while too much waits for the database; jobs are still completed', async () => {
  await broker.create('one');
  const job = await broker.job('work');
  const sql = connect(broker.databaseUrl, { max: 1 });
  const released = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const held = sql.begin(async (run) => {
    await run`select * from zeebe.writer for update`;
    locked.resolve();
    await released.promise;
  });
  await locked.promise;
  const request = { bpmnProcessId: 'one', version: -1 };
  const codes: (number | undefined)[] = [];
  let refusal = '';
  const creations = Array.from({ length: 2_500 }, () =>
    broker.call('CreateProcessInstance', request).then(
      () => codes.push(undefined),
      ({ code, details }) => {
        codes.push(code);
        refusal = details;
      },
    ),
  );
  await expect.poll(() => codes.length, { timeout: 10_000 }).toBeGreaterThan(300);
  const completed = broker.complete(job);
  released.resolve();
  await held;
  await Promise.all(creations);
  await completed;
  await sql.end();
  const refused = codes.filter((code) => code !== undefined);
  expect(new Set(refused)).toEqual(new Set([RESOURCE_EXHAUSTED]));
  expect(refusal).toMatch(/^Expected to execute the command on one of the partitions, but all failed/);
  // those that were taken are there, the others are not
  const [row] = await broker.sql(
    "select count(*)::int as n from zeebe.instances where bpmn_process_id = 'one'",
  );
  expect(row.n).toBe(2_500 - refused.length);
});

const variables = (megabytes: number): string => JSON.stringify({ a: 'x'.repeat(megabytes * 1024 * 1024) });

test('what Zeebe would write twice may be 2 MB, as there; then nothing of it is left', async () => {
  const create = (size: number) =>
    broker.call('CreateProcessInstance', { bpmnProcessId: 'one', version: -1, variables: variables(size) });
  const { processInstanceKey } = await create(1.99);
  await expect(create(2.01)).rejects.toMatchObject({ code: UNKNOWN, details: '' });
  const set = { elementInstanceKey: processInstanceKey, variables: variables(2.01), local: true };
  expect(await broker.failure('SetVariables', set)).toEqual({ code: UNKNOWN, message: '' });
  await broker.call('CancelProcessInstance', { processInstanceKey });
  // who is not there comes first
  const nobody = { jobKey: processInstanceKey, variables: variables(2.01) };
  expect((await broker.failure('CompleteJob', nobody)).code).toBe(5);
  // an error that nobody catches is written once
  await broker.create('one');
  const { key: jobKey } = await broker.job('work');
  await broker.call('ThrowError', { jobKey, errorCode: 'e', variables: variables(3.9) });
});

test('a message may be as large as a request, unless somebody gets it', async () => {
  const publish = (size: number, timeToLive: number, key: string) =>
    broker.publish('go', key, { variables: variables(size), timeToLive }).then(
      () => 0,
      ({ code }) => code,
    );
  expect(await publish(3.9, 1_000, 'nobody')).toBe(0);
  expect(await publish(1.9, 0, 'nobody')).toBe(0);
  expect(await publish(2.1, 0, 'nobody')).toBe(UNKNOWN);
  expect(await publish(4.1, 1_000, 'nobody')).toBe(RESOURCE_EXHAUSTED);
  const { processInstanceKey } = await broker.create('listens', { id: 'k' });
  expect(await publish(1.1, 0, 'k')).toBe(UNKNOWN);
  expect(await broker.isActive(processInstanceKey)).toBe(true);
  expect(await publish(0.9, 0, 'k')).toBe(0);
  expect(await broker.isActive(processInstanceKey)).toBe(false);
});
