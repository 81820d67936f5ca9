/** The broker and its PostgreSQL as processes that may be killed, and come back on the same ports. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type EmbeddedPostgres,
  freePort,
  startPostgres,
} from '../../engine/broker/operation/embedded-postgres.ts';

const main = resolve(import.meta.dirname, '../../engine/broker/main.ts');

/** A broker that has said that it is ready. */
export interface BrokerProcess {
  readonly child: ChildProcess;
  readonly address: string;
  /** Settles when the process is gone. */
  readonly exited: Promise<unknown>;
}

/** Starts a broker; rejects with its last words when it ends before it is ready. */
export async function spawnBroker(args: readonly string[], logLevel = 'fatal'): Promise<BrokerProcess> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, LOG_LEVEL: logLevel, MOTCUA_CHILD: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => undefined);
  const words: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    words.push(line);
    if (words.length > 5) words.shift();
    if (logLevel !== 'fatal') process.stderr.write(`${line}\n`);
  });
  const exited = once(child, 'exit');
  const ready = once(createInterface({ input: child.stdout }), 'line');
  const line = await Promise.race([ready, exited.then(() => undefined)]);
  if (!line) throw new Error(`the broker ended while starting: ${words.join('\n')}`);
  return { child, address: String(line[0]).replace('ready broker ', ''), exited };
}

export interface KillableBroker {
  readonly address: string;
  readonly databaseUrl: string;
  brokerPid(): number;
  postgresPid(): number;
  /** Called after each start of the broker. */
  onRestart(listener: () => void): void;
  stop(): Promise<void>;
}

/** Starts both; whichever dies is started again at once, on its old port. */
export async function startKillable(): Promise<KillableBroker> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-broker-kill-'));
  const options = { dataDir: join(folder, 'postgres'), port: await freePort() };
  const port = await freePort();
  let stopping = false;
  let postgres: EmbeddedPostgres = await startPostgres(options);
  const { url } = postgres;
  const args = ['--database', url, '--port', String(port)];
  let broker = await spawnBroker(args);
  const { address } = broker;
  const listeners: (() => void)[] = [];

  const again = async <T>(start: () => Promise<T>): Promise<T | undefined> => {
    while (!stopping) {
      try {
        return await start();
      } catch {
        // after a kill its own children may hold memory or port for a moment; and a broker needs its database
        await delay(100);
      }
    }
    return undefined;
  };
  const keepPostgres = async (): Promise<void> => {
    while (!stopping) {
      await postgres.exited;
      postgres = (await again(() => startPostgres(options))) ?? postgres;
    }
  };
  const keepBroker = async (): Promise<void> => {
    while (!stopping) {
      await broker.exited;
      broker = (await again(() => spawnBroker(args))) ?? broker;
      if (!stopping) for (const listener of listeners) listener();
    }
  };
  const keeping = Promise.all([keepPostgres(), keepBroker()]);

  return {
    address,
    databaseUrl: url,
    brokerPid: () => Number(broker.child.pid),
    postgresPid: () => postgres.pid,
    onRestart: (listener) => listeners.push(listener),
    async stop() {
      stopping = true;
      broker.child.kill('SIGKILL');
      await postgres.stop();
      await keeping;
      // those that were being started
      broker.child.kill('SIGKILL');
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Processes that a process has started, PostgreSQL's backends for instance. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      return Number(stat.replace(/^.*\) /s, '').split(' ')[1]) === pid ? [Number(name)] : [];
    } catch {
      return []; // it ended meanwhile
    }
  });
}
