/** The database's disk is full: new work is refused with a clear status, what is there stays, and it goes on when there is room. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBroker } from '../index.ts';
import { startPostgres } from '../operation/embedded-postgres.ts';
import { oneTask } from '../testing/bpmn.ts';
import { testClient } from '../testing/client.ts';

const RESOURCE_EXHAUSTED = 8;
const folder = mkdtempSync(join(tmpdir(), 'motcua-full-'));
const small = join(folder, 'small');
let mounted = false;
const cleanups: (() => unknown)[] = [];
beforeAll(() => {
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', small], { stdio: 'ignore' });
    mounted = true;
  } catch {
    // only root may mount
  }
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
  if (mounted) execFileSync('umount', [small]);
  rmSync(folder, { recursive: true, force: true });
});

test('a full disk', async ({ skip }) => {
  if (!mounted) skip('a small file system can be mounted by root only');
  const postgres = await startPostgres({ dataDir: join(small, 'postgres') });
  cleanups.push(() => postgres.stop());
  const broker = await startBroker({ databaseUrl: postgres.url });
  cleanups.push(() => broker.close());
  const client = testClient(broker.address);
  cleanups.push(() => client.close());
  await client.deploy(oneTask('one'));
  // the log is there before the disk is full, so that tables are what cannot grow
  for (let n = 0; n < 20; n++) await client.create('one', { n, text: 'a'.repeat(100_000) });

  const ballast = join(small, 'ballast');
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k'], { stdio: 'ignore' });
  } catch {
    // until nothing fits any more
  }
  let created = 20;
  let refusal: { code: number; details: string } | undefined;
  for (let n = 20; n < 500 && !refusal; n++) {
    // what compresses needs no room
    const text = Array.from({ length: 3_000 }, () => crypto.randomUUID()).join('');
    await client.create('one', { n, text }).then(
      () => created++,
      (error) => {
        refusal = error;
      },
    );
  }
  expect(refusal?.code).toBe(RESOURCE_EXHAUSTED);
  expect(refusal?.details).toContain('out of disk space');
  const again = await client.failure('CreateProcessInstance', { bpmnProcessId: 'one', version: -1 });
  expect(again).toEqual({ code: RESOURCE_EXHAUSTED, message: refusal?.details });

  writeFileSync(ballast, '');
  await expect
    .poll(() => client.create('one', { n: created }).catch(() => undefined), { timeout: 30_000 })
    .toBeDefined();
  const jobs = await client.activate('work', { maxJobsToActivate: 1000, fetchVariable: ['n'] });
  expect(jobs.map(({ variables }) => JSON.parse(variables).n)).toEqual(
    Array.from({ length: created + 1 }, (_, n) => n),
  );
}, 120_000);
