import { afterAll, beforeAll, expect, it } from 'vitest';
import { slipHtml } from '../documents/slip.ts';
import { getDossierRow } from '../store/dossiers.ts';
import { application } from '../testing/application.ts';
import { checked, examined } from '../testing/data.ts';
import { type Harness, startHarness, testClock } from '../testing/harness.ts';
import { getTask } from '../views/task.ts';
import { trackById } from '../views/tracking.ts';

// Monday 2026-11-23, a working day; all times Vietnamese (+07:00)
const clock = testClock('2026-11-23T08:00:00+07:00');
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ now: clock.now });
});
afterAll(() => harness?.close());

const clerk = 'tiepnhan.suoicham';
const officer = 'hotich.suoicham';
const dueOf = async (id: string) => (await getDossierRow(harness.context.sql, id)).state.due?.due;
const reasons = ['Thiếu văn bản ủy quyền'];

async function acceptedAt(instant: string): Promise<string> {
  clock.set(instant);
  const { dossierId } = await harness.submit();
  await harness.openTask(dossierId, 'receptionCheck');
  await harness.actAs(clerk, dossierId, 'receptionCheck', { action: 'accept', data: checked });
  await harness.openTask(dossierId, 'examination');
  return dossierId;
}

it('counts a dossier received from 15:00 on from the next working day', async () => {
  const before = await dueOf(await acceptedAt('2026-11-23T14:59:00+07:00'));
  const after = await dueOf(await acceptedAt('2026-11-23T15:00:00+07:00'));
  expect(before && after && before < after).toBe(true);
});

it('stands still while a supplement is awaited, then goes back to the same person with a later due date', async () => {
  const dossierId = await acceptedAt('2026-11-25T08:00:00+07:00');
  const due = await dueOf(dossierId);
  clock.set('2026-11-25T09:00:00+07:00');
  await harness.actAs(officer, dossierId, 'examination', { action: 'requestSupplement', reasons, data: {} });
  await harness.openTask(dossierId, 'examinationSupplement');
  const waiting = await trackById(harness.context, dossierId);
  expect(waiting).toMatchObject({
    status: 5,
    paused: true,
    late: false,
    asked: { elementId: 'examinationSupplement' },
  });
  // what was stated before is filled in
  expect(waiting.asked?.data).toMatchObject({ requester: { fullName: 'Giàng Thị Mẫu' } });

  // two working hours later
  clock.set('2026-11-25T11:00:00+07:00');
  const data: Record<string, unknown> = {
    ...(await application(harness.context)),
    paperBirthNotice: (await getDossierRow(harness.context.sql, dossierId)).data.paperBirthNotice,
    supplementNote: 'Đã sửa tên',
  };
  await harness.actAsApplicant(dossierId, 'examinationSupplement', {
    action: 'supplement',
    data: { ...data, child: { ...(data.child as object), fullName: 'Giàng Minh Anh' } },
  });
  const row = await getDossierRow(harness.context.sql, dossierId);
  expect(row.state.status).toBe(4);
  expect((row.data.child as { fullName: string }).fullName).toBe('Giàng Minh Anh');
  expect(row.data.resultDelivery).toBe('electronic');
  expect(new Date(row.state.due?.due ?? 0).getTime()).toBeGreaterThan(new Date(due ?? 0).getTime());
  expect(row.state.due?.original).toBe(due);

  const again = await harness.openTask(dossierId, 'examination');
  expect(again).toMatchObject({ assigneeId: officer, supplemented: true });
  const { task } = await getTask(
    harness.context,
    { kind: 'official', official: await harness.official(officer) },
    again.id,
  );
  expect(task.actions.find((a) => a.id === 'requestSupplement')?.consequence?.vi).toContain(
    'đã được yêu cầu bổ sung 1 lần',
  );
  await harness.actAs(officer, dossierId, 'examination', { action: 'approve', data: examined });
});

it('keeps status 5 under another name when the supplement came before acceptance', async () => {
  clock.set('2026-11-26T08:00:00+07:00');
  const { dossierId } = await harness.submit();
  await harness.openTask(dossierId, 'receptionCheck');
  await harness.actAs(clerk, dossierId, 'receptionCheck', {
    action: 'requestSupplement',
    reasons,
    note: 'Bổ sung bản rõ hơn',
    data: {},
  });
  await harness.openTask(dossierId, 'receptionSupplement');
  const seq = (await getDossierRow(harness.context.sql, dossierId)).state;
  expect(seq).toMatchObject({ status: 5, pauses: [], supplementRequests: 1 });
  const data = (await getDossierRow(harness.context.sql, dossierId)).data;
  await harness.actAsApplicant(dossierId, 'receptionSupplement', { action: 'supplement', data });
  const view = await trackById(harness.context, dossierId);
  expect(view.status).toBe(5);
  expect(view.statusName.vi).toContain('Đã nhận bổ sung');
  expect(await harness.openTask(dossierId, 'receptionCheck')).toMatchObject({ assigneeId: clerk });
  await harness.actAs(clerk, dossierId, 'receptionCheck', { action: 'accept', data: checked });
  expect((await getDossierRow(harness.context.sql, dossierId)).state.status).toBe(2);
});

it('draws the statutory slips from the events of their act', async () => {
  clock.set('2026-11-26T08:00:00+07:00');
  const { dossierId } = await harness.submit();
  await harness.openTask(dossierId, 'receptionCheck');
  await harness.actAs(clerk, dossierId, 'receptionCheck', { action: 'accept', data: checked });
  const rows = await harness.context.sql<
    { payload: { template: string; seq: number } }[]
  >`select payload from outbox where dossier_id = ${dossierId} and kind = 'document.render'`;
  expect(rows.map((r) => r.payload.template)).toEqual(['01', '06']);
  const dossier = await getDossierRow(harness.context.sql, dossierId);
  for (const { payload } of rows) {
    const { html } = await slipHtml(harness.context, dossier, payload.template, payload.seq);
    expect(html).toContain(dossier.code);
  }
});

it('refuses through the director, in his words', async () => {
  clock.set('2026-11-26T08:00:00+07:00');
  const { dossierId } = await harness.submit();
  await harness.openTask(dossierId, 'receptionCheck');
  await harness.actAs(clerk, dossierId, 'receptionCheck', {
    action: 'proposeRefusal',
    note: 'Trẻ đã được đăng ký',
    data: {},
  });
  await harness.openTask(dossierId, 'refusalDecision');
  await harness.actAs('giamdoc.suoicham', dossierId, 'refusalDecision', {
    action: 'refuse',
    note: 'Trẻ đã có Giấy khai sinh',
    data: { refusal: { grounds: 'Theo Điều 16 Luật Hộ tịch' } },
  });
  const view = await trackById(harness.context, dossierId);
  expect(view).toMatchObject({ status: 3, mayWithdraw: false });
  expect(view.timeline.at(-1)?.detail?.vi).toContain('Điều 16');
  const [row] = await harness.context.sql<
    { payload: { seq: number } }[]
  >`select payload from outbox where dossier_id = ${dossierId} and payload->>'template' = '03'`;
  const { html } = await slipHtml(
    harness.context,
    await getDossierRow(harness.context.sql, dossierId),
    '03',
    row?.payload.seq ?? 0,
  );
  expect(html).toContain('Điều 16');
});
