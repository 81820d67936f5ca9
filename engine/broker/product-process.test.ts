/** The product's own process, birth registration, walked from the start message to its end on this broker. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type TestBroker, testBroker } from './testing/client.ts';

const FILE = 'procedures/1.001193/process.bpmn';
const USER_TASK = 'io.camunda.zeebe:userTask';
const HOUR = 3_600_000;

let broker: TestBroker;
let processId: string;
const jobTypes: string[] = [];
beforeAll(async () => {
  broker = await testBroker();
  const xml = readFileSync(FILE, 'utf8');
  const deployment = await broker.deploy(xml);
  processId = deployment.deployments[0].process.bpmnProcessId;
  jobTypes.push(...new Set([...xml.matchAll(/taskDefinition type="([^"]+)"/g)].map(([, type = '']) => type)));
});
afterAll(() => broker.stop());

const begin = (dossierId: string) =>
  broker.publish(`${processId}.submitted`, dossierId, {
    messageId: dossierId,
    timeToLive: HOUR,
    variables: JSON.stringify({ dossierId, channel: 'ONLINE', procedureCode: '1.001193', caseCode: 'c' }),
  });

/** Does every service task at once; deadlines lie `due` ms ahead. */
async function serve(due: number): Promise<number> {
  let done = 0;
  for (const type of jobTypes) {
    for (const job of await broker.activate(type)) {
      const { result = 'ignored' } = JSON.parse(job.customHeaders) as { result?: string };
      const at = new Date(broker.clock.now() + due).toISOString();
      await broker.complete(job, type === 'motcua.runtime.deadline' ? { [result]: at } : {});
      done++;
    }
  }
  return done;
}

/** Walks on until the instance has ended; `answers` are the officials' actions by task. Returns the tasks met. */
async function walk(answers: Readonly<Record<string, string>>, instance: string): Promise<string[]> {
  const met: string[] = [];
  for (let idle = 0; idle < 3; ) {
    const served = await serve(24 * HOUR);
    const tasks: Answer[] = await broker.activate(USER_TASK, { timeout: 1_000 });
    for (const task of tasks) {
      const action = answers[task.elementId];
      met.push(task.elementId);
      if (action !== undefined) await broker.complete(task, { action });
    }
    if (!(await broker.isActive(instance))) return met;
    if (served + tasks.length === 0) broker.clock.add(25 * HOUR);
    idle = served + tasks.length === 0 ? idle + 1 : 0;
  }
  throw new Error(`stuck after ${met.join(', ')}`);
}

const answers = {
  receptionCheck: 'accept',
  examination: 'approve',
  draftConfirmation: 'confirm',
  leaderSignature: 'sign',
  registrySeal: 'seal',
  returnResult: 'return',
};
const wholeWay = Object.keys(answers);

test('accepted, examined, confirmed, signed, returned', async () => {
  await begin('d1');
  const [first] = await broker.activate(USER_TASK, { timeout: 1_000 });
  expect(first.elementId).toBe('receptionCheck');
  expect(JSON.parse(first.customHeaders)['io.camunda.zeebe:candidateGroups']).toMatch(/^\["\w+"\]$/);
  broker.clock.add(2_000);
  expect(await walk(answers, first.processInstanceKey)).toEqual(wholeWay);
  expect(await broker.sql('select * from zeebe.incident')).toEqual([]);
  expect(await broker.sql('select * from zeebe.element_instance')).toEqual([]);
});

test('silence on the draft is consent: its timer goes on', async () => {
  await begin('d3');
  const [first] = await broker.activate(USER_TASK, { timeout: 1_000 });
  broker.clock.add(2_000);
  const { draftConfirmation: _, ...silent } = answers;
  const met = await walk(silent, first.processInstanceKey);
  expect([...new Set(met)]).toEqual(wholeWay);
});

test('withdrawn in the middle: the task is gone, the instance ends', async () => {
  await begin('d2');
  const [first] = await broker.activate(USER_TASK);
  expect(
    (
      await broker.failure('PublishMessage', {
        name: `${processId}.submitted`,
        correlationKey: 'd2',
        messageId: 'd2',
      })
    ).code,
  ).toBe(6);
  await broker.restart();
  await broker.publish(`${processId}.withdrawn`, 'd2');
  expect(await broker.isActive(first.elementInstanceKey)).toBe(false);
  while ((await serve(HOUR)) > 0);
  expect(await broker.isActive(first.processInstanceKey)).toBe(false);
});
