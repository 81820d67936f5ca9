/** `npm start` as it is typed: one signal to npm ends every part, whoever sends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../engine/broker/operation/embedded-postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-npm-start-'));
let npm: ChildProcess | undefined;
let parts: number[] = [];

/** Parents by process, as /proc tells them. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      found.set(Number(name), Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // ended in between
    }
  }
  return found;
}

function descendants(of: number): number[] {
  const all = parents();
  const under = (pid: number): boolean => {
    const parent = all.get(pid);
    return parent !== undefined && (parent === of || under(parent));
  };
  return [...all.keys()].filter(under);
}

const alive = (): number[] => parts.filter((pid) => parents().has(pid));

afterAll(() => {
  for (const pid of alive()) process.kill(pid, 'SIGKILL');
  npm?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('a SIGTERM to npm alone stops database, broker, sandbox, worker and web', async () => {
  const port = await freePort();
  npm = spawn('npm', ['start'], {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: 'ignore',
    env: {
      ...process.env,
      DATA_DIR: folder,
      PORT: String(port),
      BROKER_PORT: String(await freePort()),
      SANDBOX_PORT: String(await freePort()),
      SMTP_PORT: String(await freePort()),
      DATABASE_URL: '',
      ZEEBE_ADDRESS: '',
    },
  });
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await ready())) {
    expect(npm.exitCode).toBeNull();
    await delay(200);
  }
  parts = descendants(npm.pid ?? 0);
  // start script, database, broker, sandbox, worker, web
  expect(parts.length).toBeGreaterThanOrEqual(6);
  const exited = once(npm, 'exit');
  npm.kill('SIGTERM');
  await exited;
  for (let i = 0; i < 100 && alive().length > 0; i++) await delay(100);
  expect(alive()).toEqual([]);
}, 120_000);
