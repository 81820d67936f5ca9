/** The main job on a real engine: from submission to the returned result, every actor in turn. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { project } from './events/project.ts';
import { checked, confirmed, examined, handedOver, reviewed, sealed } from './testing/data.ts';
import { testEngine } from './testing/engine.ts';
import { eventually, type Harness, snapshot, startHarness, type TestWorker } from './testing/harness.ts';
import { getDossier } from './views/dossier.ts';
import { inbox } from './views/inbox.ts';
import { searchDossiers } from './views/search.ts';
import { getTask } from './views/task.ts';
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

  await harness.actAs(clerk.id, dossierId, 'receptionCheck', {
    action: 'accept',
    data: checked,
  });
  await harness.task(dossierId, 'examination');
  await harness.actAs('hotich.suoicham', dossierId, 'examination', {
    action: 'approve',
    data: examined,
  });
  await harness.actAsApplicant(dossierId, 'draftConfirmation', {
    action: 'confirm',
    data: confirmed,
  });
  await harness.actAs('lanhdao.suoicham', dossierId, 'leaderSignature', {
    action: 'sign',
    data: reviewed,
  });
  await harness.actAs('vanthu.suoicham', dossierId, 'registrySeal', {
    action: 'seal',
    data: sealed,
  });
  await harness.actAs(clerk.id, dossierId, 'returnResult', {
    action: 'return',
    data: handedOver,
  });

  const view = await trackById(harness.context, dossierId);
  expect(view.status).toBe(10);
  expect(view.milestones.every((m) => m.state === 'done')).toBe(true);
  await eventually('slips', async () =>
    (await trackById(harness.context, dossierId)).documents.some((d) => d.kind === 'slip'),
  );
  expect((await trackById(harness.context, dossierId)).documents.map((d) => d.kind)).toContain('result');

  const { events, state } = await snapshot(harness.context, dossierId);
  expect(project(events)).toEqual(state);
});

it('asks another commune while the applicant confirms, for a dossier entered at the counter', async () => {
  const clerk = await harness.official('tiepnhan.suoicham');
  const { dossierId } = await harness.submit({ channel: 'DIRECT', enteredBy: clerk });
  // at the counter nobody confirms a draft: the step does not stand ahead either
  expect((await trackById(harness.context, dossierId)).milestones.map(({ label }) => label.en)).not.toContain(
    'You confirm the draft',
  );
  await harness.actAs(clerk.id, dossierId, 'receptionCheck', { action: 'accept', data: checked });
  await harness.actAs('hotich.suoicham', dossierId, 'examination', {
    action: 'requestVerification',
    note: 'Xin xác minh tình trạng hôn nhân',
    data: {
      consultedUnitId: 'doi-que',
      examination: {
        marriageFound: 'missing',
        opinion: 'Chưa tra cứu được.',

        verificationQuestion: 'Đã đăng ký kết hôn?',
      },
    },
  });
  const asked = await harness.task(dossierId, 'verification');
  expect(asked.unitId).toBe('doi-que');
  const other = await harness.official('hotich.doique');
  expect((await inbox(harness.context, other, { scope: 'pool' })).rows.map((row) => row.id)).toContain(
    asked.id,
  );
  const actor = { kind: 'official', official: other } as const;
  const whileAsked = await getTask(harness.context, actor, asked.id);
  expect(whileAsked.dossier.data).not.toEqual({});
  expect((await getDossier(harness.context, actor, dossierId)).id).toBe(dossierId);
  await harness.actAs(other.id, dossierId, 'verification', {
    action: 'confirm',
    data: { verification: { maritalStatus: 'notMarried', answer: 'Không có trong sổ đăng ký kết hôn.' } },
  });
  // Its own answered task remains to it, the dossier does not.
  const answered = await getTask(harness.context, actor, asked.id);
  expect(answered.task.status).toBe('done');
  expect(answered.dossier).toMatchObject({ data: {}, documents: [], timeline: [], work: [] });
  await expect(getDossier(harness.context, actor, dossierId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await searchDossiers(harness.context, other, { search: answered.task.reference })).toEqual([]);
  await harness.task(dossierId, 'leaderSignature');
  const view = await trackById(harness.context, dossierId);
  expect(view.timeline.map((entry) => entry.title.vi)).toContain('Đã có kết quả xác minh');
  // Nobody confirmed a draft: the step that was passed over is not shown as done.
  expect(view.milestones.map(({ label, state }) => `${label.en}: ${state}`)).toEqual([
    'Submitted, being checked: done',
    'Accepted, being examined: done',
    'Personal identification number: done',
    'Leader signs: current',
    'Numbered and sealed: ahead',
    'Result returned: ahead',
  ]);
});
