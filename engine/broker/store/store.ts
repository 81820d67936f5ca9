/** The connection to Postgres: migrations, the lock against a second writer, writing batches, reading. */
import type { Definition, Key } from '../state/model.ts';
import type { State } from '../state/state.ts';
import { openReader, openWriter, type Reader, type Writer } from './connection.ts';
import type { Flush } from './flush.ts';
import { forgetPaths, maintainHistory } from './history.ts';
import { type LoadedInstance, loadDefinitions, loadIndexes, loadInstances } from './load.ts';
import { migrations } from './schema.ts';

/** Key of the advisory lock that the one writer of a database holds: "zeebe" in ASCII. */
const WRITER_LOCK = 0x7a65656265;

/** So many keys may be given out without a flush: answers that write nothing may hold keys, and no key is ever used twice. */
export const KEY_RESERVE = 10_000;

/** The writing connection as PostgreSQL names it. */
export interface Backend {
  readonly pid: number;
  readonly start: string;
}

export interface Store {
  readonly epoch: number;
  readonly backend: Backend;
  readonly nextKey: Key;
  flush(flush: Flush): Promise<void>;
  loadDefinitions(enter: (definition: Definition) => void): Promise<void>;
  loadIndexes(state: State): Promise<void>;
  loadInstances(state: State, keys: readonly Key[]): Promise<LoadedInstance[]>;
  /** Throws when PostgreSQL cannot store a few MB more. */
  proveRoom(): Promise<void>;
  /** Partitions of the history for `days` days; 0 forgets what running instances have gone through. */
  maintainHistory(now: number, days: number): Promise<unknown>;
  close(): Promise<void>;
}

/** Another broker writes to this database. */
export class DatabaseInUse extends Error {}

/** PostgreSQL has no room left on its disk (error 53100). */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '53100';

interface Options {
  readonly databaseUrl: string;
  /** How long to wait for the lock of a predecessor that is just going, in ms. */
  readonly lockTimeout: number;
  /** How long PostgreSQL may take for an answer, in ms; longer counts as its loss, and the memory is read again once it is back. */
  readonly statementTimeout: number;
  /** This broker's connection before: PostgreSQL may not have noticed yet that it is gone, and ends it then. */
  readonly before: Backend | undefined;
  /** The writing connection broke, outside of a statement. */
  readonly onLost: (error: Error) => void;
}

const CONNECT_TIMEOUT = 5_000;
/** Reading much at start may take longer than any write; the writer's heartbeat tells whether PostgreSQL is there. */
const READ_TIMEOUT = 300_000;
/** Making tables may take its time. */
const MIGRATION_TIMEOUT = 600_000;
/** Without other statements the connection is tried this often, in ms. */
const HEARTBEAT = 5_000;

async function isMigrated(writer: Writer): Promise<boolean> {
  const [table] = await writer.run<{ found: boolean }>(
    "select to_regclass('zeebe.schema_version') is not null as found",
  );
  if (!table?.found) return false;
  const [row] = await writer.run<{ version: number }>(
    'select max(version) as version from zeebe.schema_version',
  );
  return (row?.version ?? 0) >= migrations.length;
}

async function migrate(reader: Reader): Promise<void> {
  await reader.transaction(async (run) => {
    await run(`select pg_advisory_xact_lock(${WRITER_LOCK + 1}::bigint)`);
    await run(
      'create schema if not exists zeebe; create table if not exists zeebe.schema_version (version int not null)',
    );
    const [row] = await run('select coalesce(max(version), 0)::int as version from zeebe.schema_version');
    for (const [index, migration] of migrations.entries()) {
      if (index < Number(row?.version ?? 0)) continue;
      await run(migration);
      await run('insert into zeebe.schema_version values ($1)', [index + 1]);
    }
  });
}

async function takeLock(writer: Writer, timeout: number, before: Backend | undefined): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    const [row] = await writer.run(`select pg_try_advisory_lock(${WRITER_LOCK}::bigint) as taken`);
    if (row?.taken) return;
    if (before) {
      const own =
        'select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and backend_start::text = $2';
      await writer.run(own, [before.pid, before.start]);
    }
    if (Date.now() >= end) throw new DatabaseInUse('another broker is running on this database');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Connects, migrates, takes the writer's lock and a new epoch. Throws `DatabaseInUse` while another broker holds the lock, and
 * node-postgres errors when the database cannot be reached.
 */
export async function openStore(options: Options): Promise<Store> {
  const { databaseUrl, statementTimeout } = options;
  const connection = { databaseUrl, statementTimeout, connectTimeout: CONNECT_TIMEOUT };
  const writer = await openWriter(connection, () =>
    options.onLost(new Error('the connection to the database was closed')),
  );
  const reader = openReader({ ...connection, statementTimeout: READ_TIMEOUT });
  let heartbeat: NodeJS.Timeout | undefined;
  let used = performance.now();
  const close = async (): Promise<void> => {
    clearInterval(heartbeat);
    await Promise.allSettled([writer.close(), reader.close()]);
  };
  try {
    if (!(await isMigrated(writer))) {
      const patient = openReader({ ...connection, statementTimeout: MIGRATION_TIMEOUT });
      await migrate(patient).finally(patient.close);
    }
    await takeLock(writer, options.lockTimeout, options.before);
    const [row] = await writer.run<{ epoch: number; next_key: string; pid: number; start: string }>(
      `update zeebe.writer set epoch = epoch + 1, next_key = next_key + ${KEY_RESERVE} where id = 1
       returning epoch, next_key - ${KEY_RESERVE} as next_key, pg_backend_pid() as pid,
       (select backend_start::text from pg_stat_activity where pid = pg_backend_pid()) as start`,
    );
    if (!row) throw new Error('zeebe.writer is empty');
    const { epoch } = row;
    // notices a database that hangs, and a lock that is lost, while nobody asks for anything
    heartbeat = setInterval(() => {
      if (performance.now() - used < HEARTBEAT) return;
      used = performance.now();
      writer
        .run('select 1 / count(*)::int as ok from zeebe.writer where epoch = $1::int', [epoch])
        .catch(options.onLost);
    }, HEARTBEAT);
    heartbeat.unref();
    return {
      epoch,
      backend: { pid: row.pid, start: row.start },
      nextKey: Number(row.next_key),
      async flush({ text, parameters }) {
        used = performance.now();
        await writer.run(text, parameters);
      },
      proveRoom: () =>
        reader.transaction(async (run) => {
          await run(
            "create temp table room on commit drop as select repeat('x', 1000) from generate_series(1, 8000)",
          );
        }),
      loadDefinitions: (enter) => loadDefinitions(reader, enter),
      loadIndexes: (state) => loadIndexes(reader, state),
      loadInstances: (state, keys) => loadInstances(reader, state, keys),
      maintainHistory: (now, days) => (days > 0 ? maintainHistory(reader, now, days) : forgetPaths(reader)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
