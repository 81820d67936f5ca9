/** What the machine allows: an echo over gRPC, and PostgreSQL committing batches with nothing around it. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../engine/broker/operation/embedded-postgres.ts';
import { keyArray } from '../../../engine/broker/store/arrays.ts';
import { round } from '../figures.ts';
import { ECHO } from './echo.ts';
import { leanClient } from './lean-client.ts';
import type { LoadPlan } from './load.ts';
import { cpuSeconds } from './processes.ts';

const CONNECTIONS = 4;
const IN_FLIGHT = 64;
const MESSAGE = Buffer.alloc(60, 1);
/** Rows of a batch at 128 clients, about. */
const ROWS = 200;
const MICROSECONDS = 1e6;

const asked = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve) => child.once('message', (message) => resolve(message as T)));

async function echo(kind: 'own' | 'grpc-js', seconds: number): Promise<object> {
  const child = fork(join(import.meta.dirname, 'echo.ts'), [kind], { execArgv: [] });
  const port = await asked<number>(child);
  const clients = Array.from({ length: CONNECTIONS }, () => leanClient(`127.0.0.1:${port}`));
  const cpu = async (): Promise<number> => {
    const answer = asked<NodeJS.CpuUsage>(child);
    child.send('cpu');
    const { user, system } = await answer;
    return user + system;
  };
  let calls = 0;
  const load = async (length: number): Promise<void> => {
    const end = performance.now() + length * 1000;
    calls = 0;
    await Promise.all(
      Array.from({ length: IN_FLIGHT }, async (_, index) => {
        while (performance.now() < end) {
          await new Promise<void>((resolve, reject) => {
            clients[index % CONNECTIONS]?.start(ECHO, MESSAGE, {
              onMessage: () => calls++,
              onEnd: (code, message) => (code === 0 ? resolve() : reject(new Error(`${code} ${message}`))),
            });
          });
        }
      }),
    );
  };
  await load(seconds / 2);
  const before = await cpu();
  const begun = performance.now();
  await load(seconds);
  const elapsed = (performance.now() - begun) / 1000;
  const used = (await cpu()) - before;
  for (const client of clients) client.close();
  child.disconnect();
  return {
    ceiling: `echo ${kind}`,
    callsPerSecond: Math.round(calls / elapsed),
    serverMicrosecondsPerCall: round(used / calls),
  };
}

/** One statement after the other on one connection, each a commit that waits for the disk. */
async function* commits(seconds: number): AsyncGenerator<object> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-commits-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  const client = new pg.Client(postgres.url);
  try {
    await client.connect();
    await client.query(
      'create table bench (key bigint primary key, other bigint not null, text text not null)',
    );
    let key = 0;
    for (const rows of [1, ROWS]) {
      const statement = async (): Promise<void> => {
        const keys = Array.from({ length: rows }, () => key++);
        await client.query({
          name: 'insert',
          text: `insert into bench select k, k, 'a text of forty characters, more or less' from unnest($1::bigint[]) as t(k)`,
          values: [keyArray(keys)],
        });
      };
      for (let index = 0; index < 50; index++) await statement();
      const cpu = cpuSeconds(postgres.pid);
      const begun = performance.now();
      let count = 0;
      while (performance.now() < begun + seconds * 1000) {
        await statement();
        count++;
      }
      const elapsed = (performance.now() - begun) / 1000;
      yield {
        ceiling: `commits of ${rows} rows`,
        commitsPerSecond: Math.round(count / elapsed),
        rowsPerSecond: Math.round((count * rows) / elapsed),
        postgresMicrosecondsPerCommit: round(((cpuSeconds(postgres.pid) - cpu) * MICROSECONDS) / count),
      };
    }
  } finally {
    await client.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A line for each ceiling. */
export async function* benchCeilings(plan: LoadPlan): AsyncGenerator<object> {
  for (let index = 0; index < plan.rounds; index++) {
    yield await echo('grpc-js', plan.seconds);
    yield await echo('own', plan.seconds);
  }
  yield* commits(plan.seconds);
}
