/** Slip sets: which one is in force, and what they refuse. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSlipSets, renderSlip, SlipError, type SlipSet, slipSetOn } from './index.ts';
import { controlSample, receiptSample, supplementSample } from './sample-data.ts';
import type { SlipData } from './slip-data.ts';

let dir: string;
let sets: SlipSet[];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'motcua-slips-'));
  sets = await loadSlipSets();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('the set of TT 03/2025 is in force from 1 July 2025, in Vietnamese time', () => {
  expect(slipSetOn(sets, '2026-11-20').id).toBe('tt03-2025');
  expect(slipSetOn(sets, new Date('2025-06-30T17:00:00Z')).id).toBe('tt03-2025');
  expect(() => slipSetOn(sets, new Date('2025-06-30T16:59:00Z'))).toThrow(
    /No set of slips is in force on 2025-06-30/,
  );
});

test('numbers mean what they mean in their own set', () => {
  const set = slipSetOn(sets, '2026-11-20');
  expect(set.slips.map((slip) => [slip.key, slip.kind])).toEqual([
    ['01', 'receipt'],
    ['02', 'supplementRequest'],
    ['03', 'refusal'],
    ['06', 'control'],
  ]);
  expect(() => renderSlip(set, '05', receiptSample)).toThrow(SlipError);
  expect(() => renderSlip(set, '05', receiptSample)).toThrow(/no slip 05/);
  expect(() => renderSlip(set, '02', receiptSample)).toThrow(
    /is a supplementRequest, the data are of a receipt/,
  );
});

test('missing data are named, their contents never repeated', () => {
  const set = slipSetOn(sets, '2026-11-20');
  const broken = {
    ...supplementSample,
    reason: '',
    dossierCode: undefined,
    applicant: { fullName: 7 },
  } as unknown as SlipData;
  expect(() => renderSlip(set, '02', broken)).toThrow(
    'Data of slip 02 lack or misstate: dossierCode, applicant.fullName, reason.',
  );
});

test('what a hand-over does not know is not taken from the dossier around it', () => {
  const { html } = renderSlip(slipSetOn(sets, '2026-11-20'), '06', controlSample);
  const last = html.slice(html.lastIndexOf('Lãnh đạo Ủy ban'));
  expect(last).toMatch(/2\. Nhận: <span class="blank"/);
  expect(last).toMatch(/Người nhận: <span class="blank"/);
});

test('two sets in force at the same time, or a broken one, are refused by name', async () => {
  const write = async (name: string, manifest: object) => {
    await mkdir(join(dir, name), { recursive: true });
    await writeFile(join(dir, name, 'set.json'), JSON.stringify(manifest));
    await writeFile(join(dir, name, '01.html'), '<p></p>');
  };
  const slips = [{ key: '01', kind: 'receipt', title: { vi: 'Giấy', en: 'Receipt' }, template: '01.html' }];
  const source = { vi: 'TT', en: 'Circular' };
  await write('old', { id: 'old', effectiveFrom: '2020-01-01', effectiveTo: '2025-07-01', source, slips });
  await write('new', { id: 'new', effectiveFrom: '2025-07-01', effectiveTo: null, source, slips });
  await expect(loadSlipSets(dir)).rejects.toThrow('Slip sets old and new are in force at the same time.');
  await write('old', {
    id: 'old',
    effectiveFrom: '2020-01-01',
    effectiveTo: '2025-06-30',
    source,
    slips: [],
  });
  await expect(loadSlipSets(dir)).rejects.toThrow(/old cannot be used/);
});
