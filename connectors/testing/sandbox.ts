/** For tests: a real sandbox on free ports over a database of its own, and a context connectors run in. */
import { testDatabase } from '../../scripts/testing/postgres.ts';
import type { CallContext } from '../kit/define.ts';
import { ConnectorError } from '../kit/types.ts';
import type { Mode, System } from '../sandbox/faults.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/server.ts';

export interface TestSandbox extends Sandbox {
  readonly databaseUrl: string;
  /** What a process would be started with to reach it. */
  readonly environment: Readonly<Record<string, string>>;
  fault(system: System, mode: Mode): Promise<void>;
  api<T>(path: string): Promise<T>;
  /** Ends the servers and brings them up again over the same database, on the same ports. */
  restart(): Promise<void>;
}

export async function testSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const database = await testDatabase();
  const all = { host: '127.0.0.1', port: 0, smtpPort: 0, databaseUrl: database.url, ...options };
  let running = await startSandbox(all);
  const { url, port, smtpPort } = running;
  return {
    url,
    port,
    smtpPort,
    databaseUrl: database.url,
    environment: { SANDBOX_PORT: String(port), SMTP_PORT: String(smtpPort) },
    async fault(system, mode) {
      const response = await fetch(`${url}/faults`, {
        method: 'POST',
        body: new URLSearchParams({ system, mode }),
        redirect: 'manual',
      });
      if (response.status !== 303) throw new Error(`fault not set: ${response.status}`);
    },
    api: async <T>(path: string) => (await (await fetch(`${url}/api/${path}`)).json()) as T,
    async restart() {
      await running.close();
      running = await startSandbox({ ...all, port, smtpPort });
    },
    async close() {
      await running.close();
      await database.drop();
    },
  };
}

/** A context as the outbox relay makes one. */
export function testContext(more: Partial<CallContext> = {}): CallContext {
  return {
    idempotencyKey: `job:${crypto.randomUUID()}`,
    attempt: 1,
    now: () => new Date(),
    fetch,
    signal: new AbortController().signal,
    log: () => {},
    readDocument: async (id) => {
      throw new ConnectorError('NO_DOCUMENT', `no document ${id}`, 'permanent');
    },
    ...more,
  };
}

/** The error a promise ends with, as the two things that matter: `code retry`. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (error instanceof ConnectorError) return `${error.code} ${error.retry}`;
    throw error;
  }
}
