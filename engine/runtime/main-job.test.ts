/** The main job on a real engine: from submission to the returned result, every actor in turn. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEvents } from './events/append.ts';
import { project } from './events/project.ts';
import { testEngine } from './testing/engine.ts';
import { eventually, type Harness, startHarness, type TestWorker } from './testing/harness.ts';
import { inbox } from './views/inbox.ts';
import { trackById } from './views/tracking.ts';

let harness: Harness;
let worker: TestWorker;
let engine: Awaited<ReturnType<typeof testEngine>>;

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

it('goes from submission to the returned result', async () => {
  const { dossierId } = await harness.submit();
  const check = await harness.task(dossierId, 'receptionCheck');
  const clerk = await harness.official('tiepnhan.suoicham');
  const box = await inbox(harness.context, clerk, { scope: 'pool' });
  expect(box.rows.map((row) => row.id)).toContain(check.id);

  const started = Date.now();
  await harness.actAs(clerk.id, dossierId, 'receptionCheck', {
    action: 'accept',
    data: { reception: { competent: true, complete: true, legible: true, consistent: true, sets: 1 } },
  });
  await harness.task(dossierId, 'examination');
  console.log('accept → examination', Date.now() - started, 'ms');
  await harness.actAs('hotich.suoicham', dossierId, 'examination', {
    action: 'approve',
    data: { examination: { marriageFound: 'found', opinion: 'Hồ sơ hợp lệ.' } },
  });
  await harness.actAsApplicant(dossierId, 'draftConfirmation', {
    action: 'confirm',
    data: { draft: { checked: true } },
  });
  await harness.actAs('lanhdao.suoicham', dossierId, 'leaderSignature', {
    action: 'sign',
    data: { signing: { reviewed: true } },
  });
  await harness.actAs('vanthu.suoicham', dossierId, 'registrySeal', {
    action: 'seal',
    data: { sealing: { signatureChecked: true, bookNumber: '01/2026' } },
  });
  await harness.actAs(clerk.id, dossierId, 'returnResult', {
    action: 'return',
    data: { handover: { method: 'electronic' } },
  });

  const view = await trackById(harness.context, dossierId);
  expect(view.status).toBe(10);
  expect(view.milestones.every((m) => m.state === 'done')).toBe(true);
  await eventually('slips', async () =>
    (await trackById(harness.context, dossierId)).documents.some((d) => d.kind === 'slip'),
  );
  expect((await trackById(harness.context, dossierId)).documents.map((d) => d.kind)).toContain('result');

  const events = await readEvents(harness.context.sql, dossierId);
  const [row] = await harness.context.sql`select state from dossier where id = ${dossierId}`;
  expect(project(events)).toEqual(row?.state);
});
