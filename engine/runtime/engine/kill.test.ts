/** The worker as a process of its own, killed: nothing lost, nothing twice, the engine down or not. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEvents } from '../events/append.ts';
import { project } from '../events/project.ts';
import { relayNext } from '../outbox/relay.ts';
import { getDossierRow } from '../store/dossiers.ts';
import { checked, confirmed, examined, handedOver, reviewed, sealed } from '../testing/data.ts';
import { type TestEngine, testEngine } from '../testing/engine.ts';
import { eventually, type Harness, snapshot, startHarness, type WorkerProcess } from '../testing/harness.ts';
import type { WorkerContext } from '../worker/context.ts';
import { connectGateway, type Gateway } from './gateway.ts';

let harness: Harness;
let engine: TestEngine;
let gateway: Gateway;
let worker: WorkerProcess | undefined;
beforeAll(async () => {
  harness = await startHarness();
  engine = await testEngine(harness.databaseUrl);
  gateway = connectGateway(engine.address);
});
afterAll(async () => {
  await worker?.stop();
  await gateway?.close();
  await engine?.close();
  await harness?.close();
});

const clerk = 'tiepnhan.suoicham';
const start = async (address = engine.address) => {
  worker = await harness.spawnWorker(address);
};
const kill = async () => {
  await worker?.kill();
  worker = undefined;
};
const eventTypes = async (id: string) => (await readEvents(harness.context.sql, id)).map((e) => e.type);
const rows = (id: string, kind: string, state: string) =>
  harness.context.sql`select 1 from outbox where dossier_id = ${id} and kind = ${kind} and state = ${state}`;

async function untilExamination(): Promise<string> {
  const { dossierId } = await harness.submit();
  await harness.actAs(clerk, dossierId, 'receptionCheck', { action: 'accept', data: checked });
  await harness.task(dossierId, 'examination');
  // the task is there a moment before the relay has noted that its act was told to the engine
  await eventually('the acceptance to be settled', async () => {
    return (await rows(dossierId, 'engine.complete', 'waiting')).length === 0;
  });
  return dossierId;
}

it('takes a dossier in while the engine is down, and goes on when it is back', async () => {
  await start('127.0.0.1:9');
  const { dossierId } = await harness.submit();
  await eventually(
    'a failed try',
    async () =>
      (
        await harness.context
          .sql`select 1 from outbox where dossier_id = ${dossierId} and kind = 'engine.publish' and attempts > 0`
      ).length > 0,
  );
  expect(await harness.context.sql`select 1 from incident where dossier_id = ${dossierId}`).toHaveLength(0);
  expect(await worker?.stop()).toBe(0);
  await start();
  await harness.task(dossierId, 'receptionCheck');
});

it('tells officials when an act came after the process had taken the task away', async () => {
  const dossierId = await untilExamination();
  await kill();
  await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
  await gateway.cancel((await getDossierRow(harness.context.sql, dossierId)).processInstanceKey ?? '');
  await start();
  await eventually('act.missed', async () => (await eventTypes(dossierId)).includes('act.missed'));
});

it('completes once when the relay dies between effect and commit', async () => {
  const dossierId = await untilExamination();
  await kill();
  await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
  const dying = {
    ...harness.context,
    connectors: new Map(),
    gateway: { ...gateway, complete: completeThenDie },
  } as unknown as WorkerContext;
  await eventually('the try to be noted', async () => {
    await relayNext(dying).catch(() => undefined);
    return (await harness.context.sql`select 1 from outbox_try`).length > 0;
  });
  expect(await rows(dossierId, 'engine.complete', 'waiting')).toHaveLength(1);
  await start();
  await harness.task(dossierId, 'draftConfirmation');
  const types = await eventTypes(dossierId);
  expect(types).not.toContain('act.missed');
  expect(types.filter((t) => t === 'dossier.examined')).toHaveLength(1);
});

/** kill -9 as Postgres sees it: the connection is cut with the transaction open. */
async function completeThenDie(jobKey: string, variables: Readonly<Record<string, unknown>>): Promise<void> {
  await gateway.complete(jobKey, variables);
  await harness.context.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`;
}

it('goes on after Postgres cut every connection', async () => {
  const dossierId = await untilExamination();
  await harness.context.sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await new Promise((resolve) => setTimeout(resolve, 200));
  await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
  await harness.task(dossierId, 'draftConfirmation');
});

it('loses and doubles nothing when killed again and again', async () => {
  let done = false;
  const killer = (async () => {
    while (!done) {
      await new Promise((resolve) => setTimeout(resolve, 1_000 + Math.random() * 2_500));
      await kill();
      await start();
    }
  })();
  const through = async () => {
    const dossierId = await untilExamination();
    await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
    await harness.actAsApplicant(dossierId, 'draftConfirmation', { action: 'confirm', data: confirmed });
    await harness.actAs('lanhdao.suoicham', dossierId, 'leaderSignature', { action: 'sign', data: reviewed });
    await harness.actAs('vanthu.suoicham', dossierId, 'registrySeal', { action: 'seal', data: sealed });
    await harness.actAs(clerk, dossierId, 'returnResult', { action: 'return', data: handedOver });
    return dossierId;
  };
  const ids = await Promise.all(Array.from({ length: 3 }, through)).finally(() => {
    done = true;
  });
  await killer;
  for (const id of ids) {
    const { events, state } = await snapshot(harness.context, id);
    const count = (type: string) => events.filter((e) => e.type === type).length;
    expect(project(events)).toEqual(state);
    for (const once of [
      'dossier.accepted',
      'dossier.examined',
      'result.signed',
      'result.sealed',
      'result.returned',
      'process.started',
    ])
      expect([once, count(once)]).toEqual([once, 1]);
    expect(count('act.missed')).toBe(0);
    const tasks = await harness.context.sql`select element_id from task where dossier_id = ${id}`;
    expect(tasks.map((t) => t.element_id).sort()).toEqual([
      'draftConfirmation',
      'examination',
      'leaderSignature',
      'receptionCheck',
      'registrySeal',
      'returnResult',
    ]);
  }
}, 180_000);
