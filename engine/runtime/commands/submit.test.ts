import { afterAll, beforeAll, expect, it } from 'vitest';
import { application } from '../testing/application.ts';
import { errorOf, type Harness, startHarness } from '../testing/harness.ts';
import { track } from '../views/tracking.ts';
import { findDraft, saveDraft } from './drafts.ts';
import { findReceipt } from './receipt.ts';
import { submit } from './submit.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.close());

const input = async (key: string) => ({
  submissionKey: key,
  procedureCode: '1.001193',
  caseCode: '1.001193.01',
  channel: 'ONLINE' as const,
  competentUnitId: 'suoi-cham',
  receptionUnitId: 'suoi-cham',
  data: await application(harness.context),
});

it('gives one receipt however often and however fast a form is sent', async () => {
  const given = await input('double');
  const receipts = await Promise.all(Array.from({ length: 6 }, () => submit(harness.context, given)));
  expect(new Set(receipts.map((r) => JSON.stringify(r))).size).toBe(1);
  expect(receipts[0]?.pin).toMatch(/^\d{6}$/);
  expect(await findReceipt(harness.context, 'double')).toEqual(receipts[0]);
  const [count] = await harness.context
    .sql`select count(*)::int as n from dossier where submission_key = 'double'`;
  expect(count?.n).toBe(1);
  const starts = await harness.context
    .sql`select 1 from outbox where idempotency_key = ${`start:${receipts[0]?.dossierId}`}`;
  expect(starts).toHaveLength(1);
});

it('refuses what the form refuses, and unknown procedures, cases and units', async () => {
  const good = await input('bad');
  expect(await errorOf(submit(harness.context, { ...good, data: {} }))).toMatchObject({ code: 'INVALID' });
  expect((await errorOf(submit(harness.context, { ...good, procedureCode: '9.999999' }))).code).toBe(
    'NOT_FOUND',
  );
  expect((await errorOf(submit(harness.context, { ...good, caseCode: '1.001193.99' }))).code).toBe(
    'NOT_FOUND',
  );
  expect((await errorOf(submit(harness.context, { ...good, competentUnitId: 'nowhere' }))).code).toBe(
    'NOT_FOUND',
  );
  const elsewhere = await harness.official('tiepnhan.doique');
  expect(
    (await errorOf(submit(harness.context, { ...good, channel: 'DIRECT', enteredBy: elsewhere }))).code,
  ).toBe('FORBIDDEN');
});

it('refuses a file that belongs to another dossier', async () => {
  const first = await input('first');
  await submit(harness.context, first);
  const error = await errorOf(submit(harness.context, { ...first, submissionKey: 'second' }));
  expect(error).toMatchObject({ code: 'INVALID', details: { errors: [{ path: 'paperBirthNotice' }] } });
});

it('answers a wrong code and a wrong PIN alike, and limits guessing', async () => {
  const { reference, pin, dossierId } = await submit(harness.context, await input('tracked'));
  expect(
    (await track(harness.context, { code: reference.toLowerCase(), pin, clientAddress: 'a' }))?.dossierId,
  ).toBe(dossierId);
  const wrong = pin === '000000' ? '000001' : '000000';
  expect(await track(harness.context, { code: reference, pin: wrong, clientAddress: 'a' })).toBeUndefined();
  expect(await track(harness.context, { code: 'ABCD-EFGH-JKLM', pin, clientAddress: 'a' })).toBeUndefined();
  for (let i = 0; i < 9; i += 1)
    await track(harness.context, { code: reference, pin: wrong, clientAddress: `b${i}` });
  expect((await errorOf(track(harness.context, { code: reference, pin, clientAddress: 'c' }))).code).toBe(
    'RATE_LIMITED',
  );
});

it('keeps a draft for who holds its token', async () => {
  const draft = await saveDraft(harness.context, {
    procedureCode: '1.001193',
    data: { child: { fullName: 'An' } },
    page: 2,
  });
  const again = await saveDraft(harness.context, {
    token: draft.token,
    procedureCode: '1.001193',
    data: { child: { fullName: 'An Nhiên' } },
    page: 3,
  });
  expect(again.token).toBe(draft.token);
  expect(await findDraft(harness.context, draft.token)).toMatchObject({
    id: draft.id,
    page: 3,
    data: { child: { fullName: 'An Nhiên' } },
  });
  expect(await findDraft(harness.context, 'other')).toBeUndefined();
});
