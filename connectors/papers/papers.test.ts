/** Printing and signing in a process of their own: answers, errors, idle end, death. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleDocument } from '../signing/sample-document.ts';
import { createPaperTools, type PaperTools } from './index.ts';

let dir: string;
let tools: PaperTools;
const start = (idleMs?: number) => {
  tools = createPaperTools({ signingDir: dir, ...(idleMs === undefined ? {} : { idleMs }) });
};
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'motcua-papers-'));
});
afterEach(async () => {
  await tools.close();
  await rm(dir, { recursive: true, force: true });
});

/** Processes that print for this test: they carry its folder. */
const workshops = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return words.includes('papers/process.ts') && words.includes(dir);
      } catch {
        return false; // it ended meanwhile
      }
    });
const at = new Date('2026-11-22T03:00:00Z');
const sign = async () =>
  tools.signing.signAsPerson({
    pdf: await sampleDocument(),
    official: { id: 'o-1', name: 'Giàng A Sơn', title: 'Chủ tịch' },
    at,
    reason: 'Ký',
  });

test('given a paper, when it is signed, then bytes, dates and reports come over whole', async () => {
  start();
  const signed = await sign();
  expect(signed.pdf).toBeInstanceOf(Uint8Array);
  const { signatures } = await tools.signing.verify(signed.pdf);
  expect(signatures).toHaveLength(1);
  expect(signatures[0]?.valid).toBe(true);
});

test('given html that cannot be printed, when it is sent, then the error keeps its name, code and words', async () => {
  start();
  await expect(tools.renderer.renderPdf('<p>no head</p>')).rejects.toMatchObject({
    name: 'PdfError',
    code: 'BAD_HTML',
    message: expect.stringContaining('<title>'),
  });
});

test('given no work, when the idle time is over, then the process ends; the next call starts another', async () => {
  start(50);
  await tools.signing.roots();
  await vi.waitFor(() => expect(workshops()).toEqual([]), { timeout: 5_000 });
  expect((await tools.signing.roots()).length).toBe(1);
});

test('given a process killed in the middle, when its call fails, then the next one works', async () => {
  start();
  await tools.signing.roots();
  const [pid] = workshops();
  const broken = sign();
  if (pid) process.kill(pid, 'SIGKILL');
  await expect(broken).rejects.toThrow('try again');
  expect((await sign()).alreadySigned).toBe(false);
});

test('given it is closed, when something is asked, then it is refused and nothing is left running', async () => {
  start();
  await tools.signing.roots();
  await tools.close();
  expect(workshops()).toEqual([]);
  await expect(tools.signing.roots()).rejects.toThrow('closed');
});
