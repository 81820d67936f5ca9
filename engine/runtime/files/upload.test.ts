import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tinyPdf } from '../testing/application.ts';
import { errorOf, type Harness, startHarness } from '../testing/harness.ts';
import { accepted, removeLooseUploads, storeUpload } from './upload.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.close());

const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0,
  1, 8, 6, 0, 0, 0,
]);
const store = (
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  options: { maxBytes?: number; accept?: string[] } = {},
) =>
  storeUpload(harness.context, {
    stream: new Blob([bytes]).stream(),
    name,
    maxBytes: options.maxBytes ?? 1_000_000,
    accept: options.accept ?? ['.pdf', '.png'],
  });
const filesOnDisk = async () => {
  const dir = join(harness.dataDir, 'files');
  const folders = await readdir(dir).catch(() => []);
  return (await Promise.all(folders.map((folder) => readdir(join(dir, folder))))).flat();
};

it('knows a file by its content', async () => {
  const stored = await store(tinyPdf, '../../etc/giấy chứng sinh.pdf');
  expect(stored).toMatchObject({
    name: 'giấy chứng sinh.pdf',
    mime: 'application/pdf',
    size: tinyPdf.byteLength,
  });
  expect(await filesOnDisk()).toContain(stored.id);
  expect((await store(png, 'anh.pdf')).mime).toBe('image/png');
});

it('refuses what pretends to be something else, is empty, or too large, and keeps nothing of it', async () => {
  const before = await filesOnDisk();
  const script = new TextEncoder().encode('#!/bin/sh\necho hello\n'.repeat(500));
  expect((await errorOf(store(script, 'don.pdf'))).details).toMatchObject({ reason: 'TYPE' });
  expect((await errorOf(store(png, 'anh.png', { accept: ['.pdf'] }))).details).toMatchObject({
    reason: 'TYPE',
  });
  expect((await errorOf(store(new Uint8Array(0), 'rong.pdf'))).details).toMatchObject({ reason: 'EMPTY' });
  const large = new Uint8Array(300_000);
  large.set(tinyPdf);
  expect((await errorOf(store(large, 'lon.pdf', { maxBytes: 100_000 }))).details).toMatchObject({
    reason: 'TOO_LARGE',
  });
  expect(await filesOnDisk()).toEqual(before);
});

it('removes uploads nobody took in', async () => {
  const { id } = await store(tinyPdf, 'cu.pdf');
  await harness.context.sql`update document set created_at = now() - interval '50 days' where id = ${id}`;
  expect(await removeLooseUploads(harness.context, 45)).toBe(1);
  expect(await filesOnDisk()).not.toContain(id);
});

it.each([
  [['.jpg'], { ext: 'jpg', mime: 'image/jpeg' }, true],
  [['.jpeg'], { ext: 'jpg', mime: 'image/jpeg' }, true],
  [['image/*'], { ext: 'png', mime: 'image/png' }, true],
  [['application/pdf'], { ext: 'png', mime: 'image/png' }, false],
  [[], { ext: 'zip', mime: 'application/zip' }, true],
])('accept %j takes %j: %s', (accept, type, expected) => {
  expect(accepted(type, accept)).toBe(expected);
});
