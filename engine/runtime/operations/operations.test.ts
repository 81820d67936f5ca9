/** A connector that fails, as operator and citizen see it; both signatures on the result. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setFault } from '../../../connectors/sandbox/faults.ts';
import { withdraw } from '../commands/withdraw.ts';
import { bindJob } from '../engine/bind.ts';
import { readEvents } from '../events/append.ts';
import { readBlob } from '../files/blobs.ts';
import { latestDocument } from '../files/documents.ts';
import { checked, confirmed, examined, handedOver, reviewed, sealed } from '../testing/data.ts';
import { type TestEngine, testEngine } from '../testing/engine.ts';
import {
  errorOf,
  eventually,
  fakeJob,
  type Harness,
  startHarness,
  type TestWorker,
} from '../testing/harness.ts';
import { openDocument } from '../views/document.ts';
import { getDossier } from '../views/dossier.ts';
import { previewSigning } from '../views/signing.ts';
import { trackById } from '../views/tracking.ts';
import { health } from './health.ts';
import { listIncidents, listOutbox, retryIncident } from './queues.ts';
import { findStalled } from './stalled.ts';

let harness: Harness;
let engine: TestEngine;
let worker: TestWorker;
beforeAll(async () => {
  harness = await startHarness();
  engine = await testEngine(harness.databaseUrl);
  worker = await harness.startWorker(engine.address);
});
afterAll(async () => {
  await worker?.stop();
  await engine?.close();
  await harness?.close();
});

const clerk = 'tiepnhan.suoicham';

it('stops at a failing connector, goes on after the retry, and ends with two valid signatures', async () => {
  const { context } = harness;
  const admin = await harness.official('quantri');
  const { dossierId } = await harness.submit();
  await harness.actAs(clerk, dossierId, 'receptionCheck', { action: 'accept', data: checked });
  await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
  await harness.task(dossierId, 'draftConfirmation');
  await setFault(context.sql, 'population', 'wrong');
  await harness.actAsApplicant(dossierId, 'draftConfirmation', { action: 'confirm', data: confirmed });

  const incident = await eventually(
    'the incident',
    async () => (await listIncidents(context, admin, { open: true }))[0],
  );
  expect(incident).toMatchObject({ dossierId, kind: 'connector', element: 'assignPersonalId' });
  expect(await trackById(context, dossierId)).toMatchObject({ delayed: true, status: 4 });
  expect((await listOutbox(context, admin, { state: 'dead' })).map((row) => row.dossierId)).toEqual([
    dossierId,
  ]);
  expect((await errorOf(listIncidents(context, await harness.official(clerk), {}))).code).toBe('FORBIDDEN');

  await setFault(context.sql, 'population', 'ok');
  await retryIncident(context, admin, incident.id);
  const signing = await harness.task(dossierId, 'leaderSignature');
  expect((await trackById(context, dossierId)).delayed).toBe(false);
  const leader = await harness.official('lanhdao.suoicham');
  const preview = await previewSigning(context, worker.context.renderer, leader, signing.id);
  expect(preview.rect.width).toBeGreaterThan(0);
  await harness.actAs(leader.id, dossierId, 'leaderSignature', { action: 'sign', data: reviewed });
  const sealing = await harness.task(dossierId, 'registrySeal');
  const registry = await harness.official('vanthu.suoicham');
  expect(
    (await previewSigning(context, worker.context.renderer, registry, sealing.id)).pdf.byteLength,
  ).toBeGreaterThan(1000);
  await harness.actAs(registry.id, dossierId, 'registrySeal', { action: 'seal', data: sealed });
  await harness.task(dossierId, 'returnResult');
  const result = await latestDocument(context.sql, dossierId, 'result', 'giayKhaiSinh');
  if (!result) throw new Error('no result');
  const { signatures } = await worker.context.signing.verify(await readBlob(context.dataDir, result.path));
  expect(signatures.map((s) => [s.valid, s.chain, s.changesAfter === 'forbidden'])).toEqual([
    [true, 'trusted', false],
    [true, 'trusted', false],
  ]);
  const applicant = { kind: 'applicant', dossierId } as const;
  expect((await errorOf(openDocument(context, applicant, result.id))).code).toBe('NOT_FOUND');
  await harness.actAs(clerk, dossierId, 'returnResult', { action: 'return', data: handedOver });
  const { document, stream } = await openDocument(context, applicant, result.id);
  const bytes = await new Response(stream()).arrayBuffer();
  expect([document.mime, bytes.byteLength]).toEqual(['application/pdf', document.size]);
  const view = await getDossier(context, { kind: 'official', official: leader }, dossierId);
  expect(view.result).toMatchObject({
    number: expect.stringMatching(/^\d+\/\d{4}$/),
    personalId: expect.stringMatching(/^\d{12}$/),
  });
});

it('leaves no incident of a withdrawn dossier, and calls nobody for it any more', async () => {
  const { context } = harness;
  const admin = await harness.official('quantri');
  const { dossierId } = await harness.submit();
  await harness.actAs(clerk, dossierId, 'receptionCheck', { action: 'accept', data: checked });
  await harness.actAs('hotich.suoicham', dossierId, 'examination', { action: 'approve', data: examined });
  await harness.task(dossierId, 'draftConfirmation');
  await setFault(context.sql, 'population', 'wrong');
  const open = async () =>
    (await listIncidents(context, admin, { open: true })).filter((one) => one.dossierId === dossierId);
  const calls = async () =>
    (await context.sql`select 1 from sandbox.call where system = 'population'`).length;
  try {
    await harness.actAsApplicant(dossierId, 'draftConfirmation', { action: 'confirm', data: confirmed });
    await eventually('the incident', async () => (await open()).length === 1);
  } finally {
    await setFault(context.sql, 'population', 'ok');
  }
  const before = await calls();
  await withdraw(
    context,
    { kind: 'applicant', dossierId },
    { dossierId, reason: 'không muốn chờ', actKey: 'withdraw-during-outage' },
  );
  await eventually('no incident', async () => (await open()).length === 0);
  await eventually(
    'nothing waits or stands',
    async () =>
      (await context.sql`select 1 from outbox where dossier_id = ${dossierId} and state <> 'done'`).length ===
      0,
  );
  expect(await calls()).toBe(before);
});

it('cancels a second process instance of a dossier', async () => {
  const { context } = harness;
  const { dossierId } = await harness.submit();
  await harness.task(dossierId, 'receptionCheck');
  const job = fakeJob(dossierId, 'receptionCheck', { processInstanceKey: '2251799813685999' });
  expect(
    await context.sql.begin(async (tx) => (await bindJob(tx, job, context.now())) ?? 'nothing to do'),
  ).toBe('nothing to do');
  await eventually(
    'the cancellation',
    async () =>
      (
        await context.sql`select 1 from outbox where idempotency_key = 'cancel:2251799813685999' and state = 'done'`
      ).length > 0,
  );
  expect((await readEvents(context.sql, dossierId)).map((e) => e.type)).toContain('process.duplicate');
});

it('knows which parts answer', async () => {
  const parts = await eventually('the heartbeat', async () => {
    const all = await health(harness.context);
    return all.every((part) => part.ok) && all;
  });
  expect(parts.map((part) => part.name)).toEqual(['database', 'procedures', 'worker', 'engine']);
});

it('reports a dossier that nobody is asked about and nothing is done for', async () => {
  const { context } = harness;
  const { dossierId } = await harness.submit();
  await harness.task(dossierId, 'receptionCheck');
  const later = { ...context, now: () => new Date(Date.now() + 3_600_000) };
  const stalled = () =>
    context.sql`select 1 from incident where dossier_id = ${dossierId} and kind = 'stalled' and resolved_at is null`;
  await findStalled(later);
  expect(await stalled()).toHaveLength(0);
  await context.sql`update task set status = 'gone' where dossier_id = ${dossierId}`;
  await eventually(
    'its outbox to be done',
    async () =>
      (await context.sql`select 1 from outbox where dossier_id = ${dossierId} and state = 'waiting'`)
        .length === 0,
  );
  await findStalled(later);
  expect(await stalled()).toHaveLength(1);
  await context.sql`update task set status = 'open' where dossier_id = ${dossierId}`;
  await findStalled(later);
  expect(await stalled()).toHaveLength(0);
});
