/** What the engine does by itself, and what the runtime makes of it: on a real engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '../commands/act.ts';
import { withdraw } from '../commands/withdraw.ts';
import { readEvents } from '../events/append.ts';
import { getDossierRow } from '../store/dossiers.ts';
import { checked, confirmed, examined } from '../testing/data.ts';
import { type TestEngine, testEngine } from '../testing/engine.ts';
import {
  errorOf,
  eventually,
  type Harness,
  startHarness,
  type TestWorker,
  testClock,
} from '../testing/harness.ts';
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
  it('takes a task away by its timer: noticed, shown, and too late to act on', async () => {
    const dossierId = await untilDraft();
    clock.set(longAgo);
    await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
    // the deadline was computed while the clock stood there; the sweep lives in the present
    await harness.task(dossierId, 'draftConfirmation');
    clock.set(new Date().toISOString());
    const since = Date.now();
    const gone = await eventually('the task to be gone', async () => {
      const [row] = await harness.context.sql<
        { id: string }[]
      >`select id from task where dossier_id = ${dossierId} and element_id = 'draftConfirmation' and status = 'gone'`;
      return row;
    });
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(await eventTypes(dossierId)).toContain('task.gone');
    const late = await errorOf(
      act(
        harness.context,
        { kind: 'applicant', dossierId },
        { taskId: gone.id, action: 'confirm', data: confirmed, actKey: 'late' },
      ),
    );
    expect(late).toMatchObject({ code: 'CONFLICT', details: { state: 'gone' } });
    await harness.task(dossierId, 'leaderSignature');
  });

  it('is told of a withdrawal: no task, no process, nothing left over', async () => {
    const dossierId = await untilDraft();
    const { processInstanceKey } = await getDossierRow(harness.context.sql, dossierId);
    const task = await harness.task(dossierId, 'examination');
    await withdraw(
      harness.context,
      { kind: 'applicant', dossierId },
      { dossierId, reason: 'Đổi ý', actKey: 'w' },
    );
    expect((await getDossierRow(harness.context.sql, dossierId)).state).toMatchObject({
      status: 7,
      openTasks: [],
    });
    const { context } = await running();
    await eventually(
      'the element to end',
      async () => (await context.gateway.probe(task.elementInstanceKey)) === 'gone',
    );
    await expect(context.gateway.cancel(processInstanceKey ?? '')).rejects.toMatchObject({ failure: 'gone' });
  });

  it('starts one process however often the start is sent', async () => {
    const { context } = await running();
    const { dossierId } = await harness.submit();
    await harness.task(dossierId, 'receptionCheck');
    // the relay died after the effect and before its commit: the row is still to be done
    await harness.context
      .sql`update outbox set state = 'waiting', done_at = null where idempotency_key = ${`start:${dossierId}`}`;
    await eventually(
      'done again',
      async () =>
        (
          await harness.context
            .sql`select 1 from outbox where idempotency_key = ${`start:${dossierId}`} and state = 'done'`
        ).length > 0,
    );
    await probeDossier(context, dossierId);
    expect(
      (await eventTypes(dossierId)).filter((t) => t === 'process.started' || t === 'process.duplicate'),
    ).toEqual(['process.started']);
    expect((await harness.context.sql`select 1 from task where dossier_id = ${dossierId}`).length).toBe(1);
  });
});
