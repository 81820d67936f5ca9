/** Keys: private, made once, by whichever process comes first. */
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AUTHORITY_NAME, openAuthority } from './authority.ts';
import { createSigningService } from './index.ts';
import { openKeyStore } from './key-store.ts';

const OFFICIAL = { kind: 'person', id: 'o-17', name: 'Lê Quang Minh', title: 'Chủ tịch' } as const;
let base: string;
let dir: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'motcua-keys-'));
  dir = join(base, 'signing');
});
afterEach(() => rm(base, { recursive: true, force: true }));

test('nothing is made before it is needed; then only this user may read it', async () => {
  const authority = openAuthority(dir);
  expect(await readdir(base)).toEqual([]);
  await authority.keyOf(OFFICIAL);
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
  const files = await readdir(dir);
  expect(files).toHaveLength(2);
  for (const file of files) expect((await stat(join(dir, file))).mode & 0o777).toBe(0o600);
});

test('certificates say whom they are for and that they are worth nothing', async () => {
  const { certificate, root } = await openAuthority(dir).keyOf(OFFICIAL);
  expect(certificate.subject.split('\n')).toEqual([
    'C=VN',
    `O=${AUTHORITY_NAME}`,
    'title=Chủ tịch',
    'serialNumber=o-17',
    'CN=Lê Quang Minh',
  ]);
  expect(root.subject).toContain('không có giá trị pháp lý');
  expect(certificate.checkIssued(root) && certificate.verify(root.publicKey)).toBe(true);
  expect([certificate.ca, root.ca]).toEqual([false, true]);
});

test('the same holder keeps the certificate; another title or name is another one', async () => {
  const fingerprint = async (title: string) =>
    (await openAuthority(dir).keyOf({ ...OFFICIAL, title })).certificate.fingerprint256;
  const first = await fingerprint('Chủ tịch');
  expect(await fingerprint('Chủ tịch')).toBe(first);
  expect(await fingerprint('Phó Chủ tịch')).not.toBe(first);
});

test('processes that start together end up with one root and one key', async () => {
  const made = await Promise.all(Array.from({ length: 6 }, () => openAuthority(dir).keyOf(OFFICIAL)));
  expect(new Set(made.map(({ root }) => root.fingerprint256)).size).toBe(1);
  expect(new Set(made.map(({ certificate }) => certificate.fingerprint256)).size).toBe(1);
  for (const { certificate, root } of made) expect(certificate.verify(root.publicKey)).toBe(true);
  expect((await readdir(dir)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
});

test('a killed writer leaves nothing that is taken for a key; a broken file is named', async () => {
  const store = openKeyStore(dir);
  await store.findOrMake('other', async () =>
    (await import('./certificate.ts')).makeCertificate({ subject: [], authority: true, usage: [] }),
  );
  await writeFile(join(dir, 'root.pem.0000.tmp'), '-----BEGIN PRIVATE KEY-----\nhalf');
  const { root } = await openAuthority(dir).keyOf(OFFICIAL);
  expect(root).toBeInstanceOf(X509Certificate);
  await writeFile(join(dir, 'root.pem'), 'half');
  await expect(openAuthority(dir).root()).rejects.toMatchObject({ code: 'KEY_STORE' });
});

test('preparing ahead makes every key once', async () => {
  const service = createSigningService({ dir });
  const input = {
    officials: [OFFICIAL],
    units: [{ id: 'H38.12', name: 'Ủy ban nhân dân phường Cam Đường' }],
  };
  await service.prepare(input);
  const files = await readdir(dir);
  expect(files).toHaveLength(4);
  await createSigningService({ dir }).prepare(input);
  expect(await readdir(dir)).toEqual(files);
});
