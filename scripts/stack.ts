/** The whole product on one machine: database, broker, sandbox, worker and web, in the order they need one another. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type EmbeddedPostgres,
  freePort,
  startPostgres,
} from '../engine/broker/operation/embedded-postgres.ts';
import { connect } from '../engine/sql/index.ts';
import type { StartConfig } from './config.ts';
import { compileAhead, runOnce } from './run-once.ts';
import { type Child, superviseChild } from './supervisor.ts';

export interface Stack {
  readonly config: StartConfig;
  readonly databaseUrl: string;
  readonly zeebeAddress: string;
  /** By name: broker, sandbox, worker, web. */
  readonly children: ReadonlyMap<string, Child>;
  /** Process id of the embedded PostgreSQL, or undefined with an outside one. */
  databasePid(): number | undefined;
  /** Ends every part, the database last. */
  stop(): Promise<void>;
}

export interface StackOptions {
  readonly config: StartConfig;
  /** What is being done, for a person who waits. */
  readonly progress: (line: string) => void;
  readonly notice: (line: string) => void;
  /** Further environment for all children (tests). */
  readonly env?: Readonly<Record<string, string>>;
}

/** A mistake of the user or his machine: shown without a stack trace. */
export class StartError extends Error {}

export const root = resolve(import.meta.dirname, '..');

const program = {
  prepare: 'scripts/prepare.ts',
  broker: 'engine/broker/main.ts',
  sandbox: 'connectors/sandbox/main.ts',
  worker: 'engine/runtime/main.ts',
  web: 'web/server.ts',
} as const;

const programs = (config: StartConfig): readonly string[] => [
  ...(config.ZEEBE_ADDRESS ? [] : [program.broker]),
  program.sandbox,
  program.worker,
  program.web,
];

/**
 * A young generation of 3 × 4 MB instead of 3 × 16 MB: 20 MB less that stays resident after a burst, at the price of somewhat
 * more frequent scavenges. Not for the broker, whose throughput lives on short-lived objects.
 */
const smallYoungGeneration = ['--max-semi-space-size=4'];
/** glibc keeps a heap per thread and, by default, blocks of up to 32 MB for reuse; so fixed, large buffers go back at once (15 MB a process). */
const smallArenas = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
} as const;
const nodeArgs: Readonly<Record<string, readonly string[]>> = {
  sandbox: smallYoungGeneration,
  worker: smallYoungGeneration,
  web: smallYoungGeneration,
};

async function refuseTakenPort(variable: string, port: number, host: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        new StartError(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken: set ${variable} to another one`
            : `Cannot listen on ${host}:${port} (${error.code}): change HOST or ${variable}`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

/** Process id of a start script that works on this folder now, if any. */
export function dataDirHolder(dataDir: string): number | undefined {
  const file = join(dataDir, 'start.pid');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return holder && holder !== process.pid && runsFromHere(holder) ? holder : undefined;
}

/** Two runs on one data folder would end each other's database. */
function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'start.pid');
  const holder = dataDirHolder(dataDir);
  if (holder)
    throw new StartError(
      `${dataDir} is in use by process ${holder}: stop it first, or set DATA_DIR to another folder`,
    );
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function runsFromHere(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return false; // no such process, or no /proc to ask
  }
}

async function ensureDatabase(maintenanceUrl: string, name: string): Promise<string> {
  const sql = connect(maintenanceUrl, { max: 1 });
  try {
    const found = await sql`select 1 from pg_database where datname = ${name}`;
    if (found.length === 0) await sql.unsafe(`create database ${name}`);
  } finally {
    await sql.end();
  }
  const url = new URL(maintenanceUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** The embedded database, started again on the same port when it dies. */
async function keepPostgres(dataDir: string, notice: (line: string) => void) {
  const port = await freePort();
  const options = {
    dataDir: join(dataDir, 'postgres'),
    port,
    log: (line: string) =>
      /FATAL|PANIC/.test(line) &&
      !/the database system is (starting up|not yet accepting)/.test(line) &&
      notice(`postgres: ${line}`),
  };
  let stopping = false;
  let current: EmbeddedPostgres = await startPostgres(options);
  const watch = async (): Promise<void> => {
    for (;;) {
      await current.exited;
      if (stopping) return;
      notice('postgres ended, starting it again');
      // After a kill its own children may hold the memory for a moment: then once more.
      for (let started = false; !started && !stopping; )
        try {
          current = await startPostgres(options);
          started = true;
        } catch (error) {
          notice(error instanceof Error ? error.message : String(error));
          await delay(500);
        }
      if (stopping) return current.stop();
    }
  };
  const watching = watch();
  return {
    url: current.url,
    pid: () => current.pid,
    stop: async () => {
      stopping = true;
      await current.stop();
      await watching;
    },
  };
}

/** Starts every part and waits until all are ready; on a failure what was started is ended and the reason thrown. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { config, progress, notice } = options;
  const unlock = lockDataDir(config.DATA_DIR);
  const children = new Map<string, Child>();
  const undo: (() => Promise<void>)[] = [async () => unlock()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    await refuseTakenPort('PORT', config.PORT, config.HOST);
    await refuseTakenPort('SANDBOX_PORT', config.SANDBOX_PORT, config.HOST);
    await refuseTakenPort('SMTP_PORT', config.SMTP_PORT, config.HOST);
    if (!config.ZEEBE_ADDRESS) await refuseTakenPort('BROKER_PORT', config.BROKER_PORT, config.HOST);

    const cacheDir = join(config.DATA_DIR, 'compile-cache');
    const compiled = existsSync(cacheDir)
      ? undefined
      : compileAhead(programs(config), { cwd: root, cacheDir });

    let databaseUrl = config.DATABASE_URL;
    let databasePid: () => number | undefined = () => undefined;
    if (!databaseUrl) {
      progress('database');
      const server = await keepPostgres(config.DATA_DIR, notice);
      undo.push(server.stop);
      databaseUrl = await ensureDatabase(server.url, 'motcua');
      databasePid = server.pid;
    }

    const local = config.HOST === '0.0.0.0' || config.HOST === '::' ? '127.0.0.1' : config.HOST;
    const zeebeAddress = config.ZEEBE_ADDRESS?.replace(/^grpc:\/\//, '') ?? `${local}:${config.BROKER_PORT}`;
    const env: Record<string, string> = {
      HOST: config.HOST,
      PORT: String(config.PORT),
      BROKER_PORT: String(config.BROKER_PORT),
      SANDBOX_PORT: String(config.SANDBOX_PORT),
      SMTP_PORT: String(config.SMTP_PORT),
      DATA_DIR: config.DATA_DIR,
      DATABASE_URL: databaseUrl,
      ZEEBE_ADDRESS: zeebeAddress,
      SANDBOX_URL: `http://${local}:${config.SANDBOX_PORT}`,
      SMTP_URL: config.SMTP_URL ?? `smtp://${local}:${config.SMTP_PORT}`,
      PUBLIC_URL: config.PUBLIC_URL,
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: cacheDir,
      ...smallArenas,
      ...options.env,
    };
    const child = async (name: string, script: string) => {
      const started = await superviseChild(
        { name, script, env, nodeArgs: nodeArgs[name] },
        { logDir: join(config.DATA_DIR, 'logs'), root, notice },
      );
      children.set(name, started);
      undo.push(started.stop);
    };

    progress('tables, demo organisation, procedures');
    await Promise.all([runOnce(program.prepare, { cwd: root, env }), compiled]);
    progress(config.ZEEBE_ADDRESS ? `sandbox (engine: ${zeebeAddress})` : 'broker and sandbox');
    await Promise.all([
      config.ZEEBE_ADDRESS ? undefined : child('broker', program.broker),
      child('sandbox', program.sandbox),
    ]);
    progress('worker and web');
    await Promise.all([child('worker', program.worker), child('web', program.web)]);
    return { config, databaseUrl, zeebeAddress, children, databasePid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
