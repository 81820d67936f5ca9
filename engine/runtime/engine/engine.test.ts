/** What the engine does by itself, and what the runtime makes of it: on a real engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '../commands/act.ts';
import { withdraw } from '../commands/withdraw.ts';
import { readEvents } from '../events/append.ts';
import { relayNext } from '../outbox/relay.ts';
import { getDossierRow } from '../store/dossiers.ts';
import { checked, confirmed, examined } from '../testing/data.ts';
import { type TestEngine, testEngine } from '../testing/engine.ts';
import { errorOf, eventually, type Harness, startHarness, type TestWorker, testClock } from '../testing/harness.ts';
import { probeDossier } from './probe.ts';

const clock = testClock(new Date().toISOString());
let harness: Harness;
let engine: TestEngine;
let worker: TestWorker | undefined;
beforeAll(async () => {
  harness = await startHarness({ now: clock.now });
  engine = await testEngine(harness.databaseUrl);
});
afterAll(async () => {
  await worker?.stop();
  await engine?.close();
  await harness?.close();
});

const clerk = 'tiepnhan.suoicham';
const eventTypes = async (id: string) => (await readEvents(harness.context.sql, id)).map((e) => e.type);
const running = async () => {
  clock.set(new Date().toISOString());
  worker ??= await harness.startWorker(engine.address);
  return worker;
};
/** Deadlines computed while the clock stands here are over. */
const longAgo = '2026-11-02T08:00:00+07:00';

async function untilDraft(): Promise<string> {
  await running();
  const { dossierId } = await harness.submit();
  await harness.actAs(clerk, dossierId, 'receptionCheck', { action: 'accept', data: checked });
  await harness.task(dossierId, 'examination');
  return dossierId;
}

describe('engine', () => {
  it('may be down: a dossier is taken in and goes on when it is back', async () => {
    const offline = await harness.startWorker('127.0.0.1:9');
    const { dossierId } = await harness.submit();
    await eventually('a failed try', async () => (await harness.context.sql`select 1 from outbox where dossier_id = ${dossierId} and kind = 'engine.publish' and attempts > 0`).length > 0);
    expect((await harness.context.sql`select 1 from incident where dossier_id = ${dossierId}`).length).toBe(0);
    await offline.stop();
    await running();
    await harness.task(dossierId, 'receptionCheck');
  });

  it('takes a task away by its timer: noticed, shown, and too late to act on', async () => {
    const dossierId = await untilDraft();
    clock.set(longAgo);
    await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
    // the deadline was computed while the clock stood there; the sweep lives in the present
    await harness.task(dossierId, 'draftConfirmation');
    clock.set(new Date().toISOString());
    const since = Date.now();
    const gone = await eventually('the task to be gone', async () => {
      const [row] = await harness.context.sql<{ id: string }[]>`select id from task where dossier_id = ${dossierId} and element_id = 'draftConfirmation' and status = 'gone'`;
      return row;
    });
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(await eventTypes(dossierId)).toContain('task.gone');
    const late = await errorOf(act(harness.context, { kind: 'applicant', dossierId }, { taskId: gone.id, action: 'confirm', data: confirmed, actKey: 'late' }));
    expect(late).toMatchObject({ code: 'CONFLICT', details: { state: 'gone' } });
    await harness.task(dossierId, 'leaderSignature');
  });

  it('is told of a withdrawal: no task, no process, nothing left over', async () => {
    const dossierId = await untilDraft();
    const { processInstanceKey } = await getDossierRow(harness.context.sql, dossierId);
    const task = await harness.task(dossierId, 'examination');
    await withdraw(harness.context, { kind: 'applicant', dossierId }, { dossierId, reason: 'Đổi ý', actKey: 'w' });
    expect((await getDossierRow(harness.context.sql, dossierId)).state).toMatchObject({ status: 7, openTasks: [] });
    const { context } = await running();
    await eventually('the element to end', async () => (await context.gateway.probe(task.elementInstanceKey)) === 'gone');
    await expect(context.gateway.cancel(processInstanceKey ?? '')).rejects.toMatchObject({ failure: 'gone' });
  });

  it('tells officials when an act came after the process had taken the task away', async () => {
    const dossierId = await untilDraft();
    await worker?.stop();
    worker = undefined;
    // nobody notices: the process is cancelled behind our back while no worker runs
    const { processInstanceKey } = await getDossierRow(harness.context.sql, dossierId);
    const later = await harness.startWorker('127.0.0.1:9');
    await later.stop();
    await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
    const { connectGateway } = await import('./gateway.ts');
    const gateway = connectGateway(engine.address);
    await gateway.cancel(processInstanceKey ?? '');
    await running();
    await eventually('act.missed', async () => (await eventTypes(dossierId)).includes('act.missed'));
    await gateway.close();
  });

  it('starts one process however often the start is sent', async () => {
    const { context } = await running();
    const { dossierId } = await harness.submit();
    await harness.task(dossierId, 'receptionCheck');
    // the relay died after the effect and before its commit: the row is still to be done
    await harness.context.sql`update outbox set state = 'waiting', done_at = null where idempotency_key = ${`start:${dossierId}`}`;
    await eventually('done again', async () => (await harness.context.sql`select 1 from outbox where idempotency_key = ${`start:${dossierId}`} and state = 'done'`).length > 0);
    await probeDossier(context, dossierId);
    expect((await eventTypes(dossierId)).filter((t) => t === 'process.started' || t === 'process.duplicate')).toEqual(['process.started']);
    expect((await harness.context.sql`select 1 from task where dossier_id = ${dossierId}`).length).toBe(1);
  });

  it('is completed once when the relay dies between effect and commit', async () => {
    const dossierId = await untilDraft();
    await worker?.stop();
    worker = undefined;
    await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
    const probe = await harness.startWorker('127.0.0.1:9');
    await probe.stop();
    const { connectGateway } = await import('./gateway.ts');
    const gateway = connectGateway(engine.address);
    const dying = {
      ...probe.context,
      gateway: {
        ...gateway,
        complete: async (jobKey: string, variables: Readonly<Record<string, unknown>>) => {
          await gateway.complete(jobKey, variables);
          // kill -9 of the worker: its connection is cut with the transaction open
          await harness.context.sql`
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`;
          await new Promise((resolve) => setTimeout(resolve, 50));
        },
      },
    };
    const waiting = () => harness.context.sql`select 1 from outbox where dossier_id = ${dossierId} and kind = 'engine.complete' and state = 'waiting'`;
    for (let i = 0; i < 5 && (await waiting()).length > 0; i += 1) {
      await relayNext(dying).catch(() => undefined);
      if ((await harness.context.sql`select 1 from outbox_try`).length > 0) break;
    }
    expect((await waiting()).length).toBe(1);
    await running();
    await harness.task(dossierId, 'draftConfirmation');
    expect(await eventTypes(dossierId)).not.toContain('act.missed');
    expect((await eventTypes(dossierId)).filter((t) => t === 'dossier.examined')).toHaveLength(1);
    await gateway.close();
  });
});
