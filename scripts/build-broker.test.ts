/** The built package: packed, installed somewhere else, started with its own PostgreSQL. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { oneTask } from '../engine/broker/testing/bpmn.ts';
import { testClient } from '../engine/broker/testing/client.ts';
import { buildBroker } from './build-broker.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-package-'));
const root = resolve(import.meta.dirname, '..');
const running: ChildProcess[] = [];
afterAll(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', ['--no-audit', '--no-fund', ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });
}

async function start(project: string, args: readonly string[]): Promise<string> {
  const child = spawn(
    process.execPath,
    [join(project, 'node_modules/motcua-broker/motcua-broker.js'), '--port', '0', ...args],
    { cwd: project, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LOG_LEVEL: 'warn' } },
  );
  running.push(child);
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  const line = once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  const ready = await Promise.race([line, once(child, 'exit').then(() => [words])]);
  return String(ready[0]);
}

test('npx motcua-broker runs from its package alone', async () => {
  const built = join(folder, 'built');
  const version = await buildBroker(built);
  const archive = npm(['pack', built, '--silent'], folder).trim().split('\n').at(-1) ?? '';
  expect(archive).toBe(`motcua-broker-${version}.tgz`);
  const project = join(folder, 'project');
  mkdirSync(project);
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    allowScripts: object;
  };
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'project', private: true, allowScripts }),
  );
  npm(['install', join(folder, archive), '--prefer-offline', '--silent'], project);

  const help = npm(['exec', '--offline', '--', 'motcua-broker', '--help'], project);
  expect(help).toContain('--data <folder>');
  const ready = await start(project, ['--data', join(folder, 'data')]);
  expect(ready).toMatch(/^ready broker 127\.0\.0\.1:\d+$/);
  const client = testClient(ready.replace('ready broker ', ''));
  await client.deploy(oneTask('one'));
  await client.create('one', { n: 1 });
  client.close();

  // a second one would end the first one's PostgreSQL
  expect(await start(project, ['--data', join(folder, 'data')])).toContain('in use by the broker');

  running[0]?.kill('SIGKILL');
  await once(running[0] as ChildProcess, 'exit');
  const again = await start(project, ['--data', join(folder, 'data')]);
  const second = testClient(again.replace('ready broker ', ''));
  expect((await second.job('work')).variables).toBe('{"n":1}');
  second.close();
}, 180_000);
