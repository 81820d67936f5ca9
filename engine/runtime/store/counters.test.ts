import { afterAll, beforeAll, expect, it } from 'vitest';
import { checked } from '../testing/data.ts';
import { type Harness, startHarness, testClock } from '../testing/harness.ts';
import { issueNumber } from './counters.ts';

const clock = testClock('2026-11-23T08:00:00+07:00');
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ now: clock.now });
});
afterAll(() => harness?.close());

const issue = (unit: string, fail = false) =>
  harness.context.sql.begin(async (tx) => {
    const code = await issueNumber(tx, 'dossierCode', clock.now(), { unit, procedure: '1.001193' });
    if (fail) throw new Error('the act failed');
    return code;
  });

it('gives 100 consecutive codes to 100 dossiers accepted at once', async () => {
  const receipts = await Promise.all(Array.from({ length: 100 }, () => harness.submit()));
  await Promise.all(receipts.map((r) => harness.openTask(r.dossierId, 'receptionCheck')));
  await Promise.all(
    receipts.map((r) =>
      harness.actAs('tiepnhan.suoicham', r.dossierId, 'receptionCheck', { action: 'accept', data: checked }),
    ),
  );
  const rows = await harness.context.sql<{ code: string }[]>`select code from dossier order by code`;
  expect(rows.map((r) => r.code)).toEqual(
    Array.from({ length: 100 }, (_, i) => `H38.91-261123-${String(i + 1).padStart(4, '0')}`),
  );
});

it('gives a number back when its act fails', async () => {
  expect(await issue('X')).toBe('X-261123-0001');
  await expect(issue('X', true)).rejects.toThrow('the act failed');
  expect(await issue('X')).toBe('X-261123-0002');
});

it('widens after 9999 and starts anew the next day', async () => {
  await harness.context.sql`insert into counter (name, value) values ('dossierCode:Y/261123', 9998)`;
  expect([await issue('Y'), await issue('Y')]).toEqual(['Y-261123-9999', 'Y-261123-10000']);
  clock.set('2026-11-24T00:00:00+07:00');
  expect(await issue('Y')).toBe('Y-261124-0001');
});

it('follows another pattern when the law changes', async () => {
  await harness.context
    .sql`update setting set value = '{"pattern": "{yyyyMMdd}.{n:6}.{unit}", "counter": "{yyyy}"}' where name = 'dossierCode'`;
  expect(await issue('Z')).toBe('20261124.000001.Z');
});
