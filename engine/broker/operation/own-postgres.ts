/** The PostgreSQL of a stand-alone broker: started on its data folder, started again when it dies. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type EmbeddedPostgres, freePort, startPostgres } from './embedded-postgres.ts';

export interface OwnPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** Another broker works on this folder. */
export class FolderInUse extends Error {}

const RETRY_PAUSE = 500;

function isBroker(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const file = `/proc/${pid}/cmdline`;
    return !existsSync('/proc') || readFileSync(file, 'utf8').includes('broker');
  } catch (error) {
    // it is there, but somebody else's
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Two brokers on one folder would end each other's PostgreSQL. */
function lock(folder: string): () => void {
  const file = join(folder, 'broker.pid');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder && holder !== process.pid && isBroker(holder))
    throw new FolderInUse(`${folder} is in use by the broker with process id ${holder}`);
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** Starts the cluster in `folder` (created when missing). Throws `FolderInUse`, and what keeps PostgreSQL from starting. */
export async function startOwnPostgres(folder: string, log: Logger): Promise<OwnPostgres> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lock(folder);
  const options = {
    dataDir: resolve(folder, 'postgres'),
    port: await freePort(),
    log: (line: string) => log.debug({ postgres: line }, 'postgres'),
  };
  let stopping = false;
  let current: EmbeddedPostgres;
  try {
    current = await startPostgres(options);
  } catch (error) {
    unlock();
    throw error;
  }
  const keep = async (): Promise<void> => {
    for (;;) {
      await current.exited;
      if (stopping) return;
      log.error('PostgreSQL ended and is started again');
      for (let started = false; !started && !stopping; ) {
        try {
          current = await startPostgres(options);
          started = true;
        } catch (error) {
          log.error({ err: error }, 'PostgreSQL does not start');
          await delay(RETRY_PAUSE);
        }
      }
    }
  };
  const kept = keep();
  return {
    url: current.url,
    async stop() {
      stopping = true;
      await current.stop();
      await kept;
      // one that was just being started
      await current.stop();
      unlock();
    },
  };
}
