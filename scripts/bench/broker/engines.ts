/** The engines under test: our broker on an embedded Postgres, a real Zeebe, or whatever answers at an address. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startPostgres } from '../../../engine/broker/operation/embedded-postgres.ts';
import { startZeebe } from '../../zeebe.ts';
import type { Answer, Order } from './driver.ts';
import { cpuSeconds, memory } from './processes.ts';

export interface Engine {
  readonly name: string;
  readonly address: string;
  /** CPU seconds used so far by each part; nothing for an engine somewhere else. */
  cpu(): Readonly<Record<string, number>>;
  /** Memory of each part in MB. */
  memory(): Readonly<Record<string, { readonly rss: number; readonly pss: number }>>;
  /** What has been written so far; absent where nobody can tell. */
  readonly writes?: () => Promise<Writes>;
  stop(): Promise<void>;
}

export interface Writes {
  /** Rows inserted, updated, deleted. */
  readonly rows: number;
  /** Updates that touched no index. */
  readonly hotUpdates: number;
  readonly walBytes: number;
}

export interface OurEngine extends Engine {
  readonly databaseUrl: string;
  readonly writes: () => Promise<Writes>;
  /** Ends the broker with SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again; resolves when it says that it is ready. */
  restart(): Promise<void>;
}

/** The statistics of a connection come in at the latest after this time. */
const STATISTICS_LAG = 10_500;

async function readWrites(url: string): Promise<Writes> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const rows = await client.query<{ rows: string; hot: string }>(
      `select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) as rows, coalesce(sum(n_tup_hot_upd), 0) as hot
       from pg_stat_user_tables where schemaname = 'zeebe'`,
    );
    const wal = await client.query<{ bytes: string }>(`select pg_current_wal_lsn() - '0/0' as bytes`);
    return {
      rows: Number(rows.rows[0]?.rows),
      hotUpdates: Number(rows.rows[0]?.hot),
      walBytes: Number(wal.rows[0]?.bytes),
    };
  } finally {
    await client.end();
  }
}

const MAIN = resolve(import.meta.dirname, '../../../engine/broker/main.ts');

/** Starts our broker as a process of its own. */
async function launch(
  databaseUrl: string,
  port: number,
  cacheDir: string,
  { main = MAIN, nodeOptions = [] }: OurOptions,
): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(
    process.execPath,
    [...nodeOptions, ...main.split(' '), '--database', databaseUrl, '--port', String(port)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, MOTCUA_CHILD: '1', LOG_LEVEL: 'warn', NODE_COMPILE_CACHE: cacheDir },
    },
  );
  const found = await new Promise<number>((done, fail) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      const ready = /ready broker .*:(\d+)/.exec(text);
      if (ready) done(Number(ready[1]));
    });
    child.once('exit', (code) => fail(new Error(`the broker ended with ${code} while starting`)));
  });
  return { child, port: found };
}

async function exited(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(signal);
  await gone;
}

export interface OurOptions {
  /** Another copy of engine/broker/main.ts, options of node before it, to compare two states of the code. */
  readonly main?: string;
  /** For profilers. */
  readonly nodeOptions?: readonly string[];
}

/** Our broker with a Postgres of its own in a temporary folder, fsync on. */
export async function startOurs(options: OurOptions = {}): Promise<OurEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-broker-'));
  const postgres: EmbeddedPostgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  // as the product starts it
  const cacheDir = join(folder, 'compile-cache');
  const clean = async (): Promise<void> => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  let { child, port } = await launch(postgres.url, 0, cacheDir, options).catch(async (error: unknown) => {
    await clean();
    throw error;
  });
  const pid = (): number => Number(child.pid);
  return {
    name: options.main ?? 'embedded',
    address: `127.0.0.1:${port}`,
    databaseUrl: postgres.url,
    cpu: () => ({ broker: cpuSeconds(pid()), postgres: cpuSeconds(postgres.pid) }),
    memory: () => ({ broker: memory(pid()), postgres: memory(postgres.pid) }),
    async writes() {
      await new Promise((done) => setTimeout(done, STATISTICS_LAG));
      return readWrites(postgres.url);
    },
    kill: () => exited(child, 'SIGKILL'),
    async restart() {
      ({ child, port } = await launch(postgres.url, port, cacheDir, options));
    },
    async stop() {
      await exited(child, 'SIGTERM');
      await clean();
    },
  };
}

/** A real Zeebe, its back-pressure off: with it on, 128 clients get next to nothing (zeebe.md 4.4). */
export async function startRealZeebe(): Promise<Engine> {
  process.env.ZEEBE_BROKER_BACKPRESSURE_ENABLED = 'false';
  const zeebe = await startZeebe({ say: (line) => process.stderr.write(`${line}\n`) });
  return {
    name: 'zeebe-8.5.8',
    address: zeebe.address,
    cpu: () => ({ broker: cpuSeconds(zeebe.pid) }),
    memory: () => ({ broker: memory(zeebe.pid) }),
    stop: zeebe.stop,
  };
}

/** An engine that somebody else runs. */
export const engineAt = (address: string): Engine => ({
  name: address,
  address,
  cpu: () => ({}),
  memory: () => ({}),
  stop: async () => undefined,
});

export interface Driver {
  run(order: Omit<Order & { type: 'run' }, 'type'>): Promise<Answer>;
  /** The other orders; answers with a number. */
  order(order: Exclude<Order, { type: 'run' }>): Promise<number>;
  stop(): void;
}

/** The driver in a process of its own. */
export function startDriver(): Driver {
  const child = fork(join(import.meta.dirname, 'driver.ts'), { execArgv: [], serialization: 'advanced' });
  const ask = (order: Order): Promise<unknown> =>
    new Promise((done, fail) => {
      const ended = (code: number | null): void => fail(new Error(`the driver ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (message: { answer?: unknown; error?: string }) => {
        child.off('exit', ended);
        if (message.error !== undefined) fail(new Error(message.error));
        else done(message.answer);
      });
      child.send(order);
    });
  return {
    run: (order) => ask({ type: 'run', ...order }) as Promise<Answer>,
    order: (order) => ask(order) as Promise<number>,
    stop: () => child.disconnect(),
  };
}
