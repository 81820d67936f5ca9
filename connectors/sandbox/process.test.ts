/** The sandbox as a process: ready line, killed and started again, clean end, and what it says when it cannot start. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../engine/broker/operation/embedded-postgres.ts';
import { type TestDatabase, testDatabase } from '../../scripts/testing/postgres.ts';
import { createConnectors } from '../index.ts';
import { createMailer } from '../notification/mailer.ts';
import { testContext } from '../testing/sandbox.ts';

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  readonly ended: Promise<number | null>;
}
let database: TestDatabase;
let environment: Record<string, string>;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  database = await testDatabase();
  environment = {
    DATABASE_URL: database.url,
    SANDBOX_PORT: String(await freePort()),
    SMTP_PORT: String(await freePort()),
  };
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});
afterAll(() => database.drop());

function start(more: Readonly<Record<string, string>> = {}): Started {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, ...environment, ...more },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, output: () => output, errors: () => errors, ended };
}
async function ready(started: Started): Promise<void> {
  while (!started.output().includes('\n')) {
    if (started.child.exitCode !== null) throw new Error(started.errors());
    await new Promise((tick) => setTimeout(tick, 20));
  }
  expect(started.output()).toBe(`ready sandbox http://127.0.0.1:${environment.SANDBOX_PORT}\n`);
}

const child = {
  childFullName: 'Lý A Sử',
  childSex: 'nam',
  childBirthDate: '2026-01-02',
  serviceCode: 'a',
  officialId: 'b',
  dossierCode: 'c',
};

describe('sandbox process', () => {
  it('killed at any moment, loses nothing it has answered', async () => {
    const context = testContext();
    const first = start();
    await ready(first);
    const connector = createConnectors(environment).get('motcua.lgsp.population.assignPersonalId');
    const mailer = createMailer(environment);
    const number = await connector?.call(child, context);
    await mailer.sendMail({
      to: 'a@example.vn',
      subject: 'Hồ sơ',
      text: 'a',
      html: 'a',
      idempotencyKey: 'k',
    });
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start();
    await ready(second);
    // The same token, the same number, the mail still there.
    expect(await connector?.call(child, context)).toMatchObject({
      personalId: (number as { personalId: string }).personalId,
    });
    const api = async (name: string) =>
      (await (await fetch(`http://127.0.0.1:${environment.SANDBOX_PORT}/api/${name}`)).json()) as {
        operation?: string;
      }[];
    expect((await api('calls')).filter((call) => call.operation === 'token')).toHaveLength(1);
    expect(await api('mails')).toHaveLength(1);
    mailer.close();
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it cleanly, also with a connection open',
    async (signal) => {
      const one = start();
      await ready(one);
      await fetch(`http://127.0.0.1:${environment.SANDBOX_PORT}/healthz`);
      one.child.kill(signal);
      expect(await one.ended).toBe(0);
      expect(one.errors()).toBe('');
    },
  );

  it('ends when its parent is gone', async () => {
    const one = start({ MOTCUA_CHILD: '1' });
    await ready(one);
    one.child.stdin?.destroy();
    expect(await one.ended).toBe(0);
  });

  it.each(['SANDBOX_PORT', 'SMTP_PORT'] as const)(
    'a taken %s: one line with port and variable',
    async (variable) => {
      const port = Number(environment[variable]);
      const blocker = createServer();
      blocker.listen(port, '127.0.0.1');
      await once(blocker, 'listening');
      const one = start();
      expect(await one.ended).toBe(1);
      expect(one.errors()).toBe(`sandbox: port ${port} is taken: set ${variable} to another one\n`);
      blocker.close();
    },
  );

  it('one line for each mistake in the environment', async () => {
    const one = start({ DATABASE_URL: '', SMTP_PORT: 'x' });
    expect(await one.ended).toBe(1);
    expect(one.errors().trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^SMTP_PORT: /),
      'DATABASE_URL: is missing',
    ]);
  });
});
