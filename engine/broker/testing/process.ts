/** A broker in a process of its own, for tests that kill it. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type TestClient, testClient } from './client.ts';

export interface BrokerProcess {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly client: TestClient;
  /** Kills what still runs. */
  stop(): void;
}

/** Starts engine/broker/main.ts on a database and any free port; resolves when it is ready. */
export async function spawnBroker(
  databaseUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BrokerProcess> {
  const child = spawn(process.execPath, ['engine/broker/main.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, BROKER_PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const client = testClient(String(line).replace('ready broker ', ''));
  return {
    child,
    client,
    stop() {
      client.close();
      child.kill('SIGKILL');
    },
  };
}
