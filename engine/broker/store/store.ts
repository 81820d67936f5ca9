/** The connection to Postgres: migrations, the lock against a second writer, writing batches, reading. */
import type { Definition, Key } from '../state/model.ts';
import type { State } from '../state/state.ts';
import { openReader, openWriter, type Reader, type Writer } from './connection.ts';
import type { Flush } from './flush.ts';
import { type LoadedInstance, loadDefinitions, loadIndexes, loadInstances } from './load.ts';
import { migrations } from './schema.ts';

/** Key of the advisory lock that the one writer of a database holds: "zeebe" in ASCII. */
const WRITER_LOCK = 0x7a65656265;

/** So many keys may be given out without a flush: answers that write nothing may hold keys, and no key is ever used twice. */
export const KEY_RESERVE = 10_000;

export interface Store {
  readonly epoch: number;
  readonly nextKey: Key;
  flush(flush: Flush): Promise<void>;
  loadDefinitions(enter: (definition: Definition) => void): Promise<void>;
  loadIndexes(state: State): Promise<void>;
  loadInstances(state: State, keys: readonly Key[]): Promise<LoadedInstance[]>;
  close(): Promise<void>;
}

/** Another broker writes to this database. */
export class DatabaseInUse extends Error {}

interface Options {
  readonly databaseUrl: string;
  /** How long to wait for the lock of a predecessor that is just going, in ms. */
  readonly lockTimeout: number;
  /** The writing connection broke, outside of a statement. */
  readonly onLost: () => void;
}

/** Waiting longer for PostgreSQL than this counts as its loss: the memory is read again once it is back. */
const limits = { connectTimeout: 5_000, statementTimeout: 30_000 };

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

async function takeLock(writer: Writer, timeout: number): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    const [row] = await writer.run(`select pg_try_advisory_lock(${WRITER_LOCK}::bigint) as taken`);
    if (row?.taken) return;
    if (Date.now() >= end) throw new DatabaseInUse('another broker is running on this database');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Connects, migrates, takes the writer's lock and a new epoch. Throws `DatabaseInUse` while another broker holds the lock, and
 * node-postgres errors when the database cannot be reached.
 */
export async function openStore(options: Options): Promise<Store> {
  const connection = { databaseUrl: options.databaseUrl, ...limits };
  const writer = await openWriter(connection, options.onLost);
  const reader = openReader(connection);
  const close = async (): Promise<void> => {
    await Promise.allSettled([writer.close(), reader.close()]);
  };
  try {
    await migrate(reader);
    await takeLock(writer, options.lockTimeout);
    const [row] = await writer.run<{ epoch: number; next_key: string }>(
      `update zeebe.writer set epoch = epoch + 1, next_key = next_key + ${KEY_RESERVE} where id = 1
       returning epoch, next_key - ${KEY_RESERVE} as next_key`,
    );
    if (!row) throw new Error('zeebe.writer is empty');
    return {
      epoch: row.epoch,
      nextKey: Number(row.next_key),
      async flush({ text, parameters }) {
        await writer.run(text, parameters);
      },
      loadDefinitions: (enter) => loadDefinitions(reader, enter),
      loadIndexes: (state) => loadIndexes(reader, state),
      loadInstances: (state, keys) => loadInstances(reader, state, keys),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
