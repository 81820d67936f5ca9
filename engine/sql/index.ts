/**
 * PostgreSQL for everything of ours but the broker: tagged templates over a pool of node-postgres. Every wait ends: for a
 * connection, for an answer, for the close; what PostgreSQL does not answer is a `DatabaseAway`. A statement of a transaction
 * never reaches another connection than its own.
 */
import { Pool, type PoolClient, types } from 'pg';
import { databaseError } from './errors.ts';
import { type Listening, listen } from './listen.ts';
import { type Run, runner, tag, transact } from './run.ts';
import type { Identifier, Json, Parameter, Rows, Template, Value } from './statement.ts';

export type { Json, Parameter, Value } from './statement.ts';

export type Row = Record<string, unknown>;
/** The rows; `count` tells how many rows the statement touched. */
export type Result<T extends readonly object[]> = T & { readonly count: number };

/** Runs when awaited; stands as a fragment when put into another template. */
export interface Statement<T extends readonly object[] = Row[]> extends Template, PromiseLike<Result<T>> {
  catch<R>(onrejected: (error: unknown) => R | PromiseLike<R>): Promise<Result<T> | R>;
}

/** A pool, a connection or a transaction: whatever runs statements. */
export interface Sql {
  <T extends readonly object[] = Row[]>(strings: TemplateStringsArray, ...values: Value[]): Statement<T>;
  /** A quoted name: `sql('t.role')`. */
  (name: string): Identifier;
  /** Columns and values of an insert; all columns of the first row when none is named. */
  (rows: readonly object[], ...columns: string[]): Rows;
  json(value: unknown): Json;
  /** Text as it is, several statements when there are no values. */
  unsafe<T extends readonly object[] = Row[]>(
    text: string,
    values?: readonly Parameter[],
  ): Promise<Result<T>>;
}

export interface Transaction extends Sql {
  /** What fails in there is taken back alone. */
  savepoint<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
}

export interface Database extends Sql {
  /** One transaction on one connection; rolled back when `work` throws. */
  begin<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
  /** One connection without a transaction, for session locks. */
  session<R>(work: (sql: Sql) => Promise<R>): Promise<R>;
  /** `onListening` is told at the start and after every loss: something may have been missed. */
  listen(channel: string, onNotice: (payload: string) => void, onListening: () => void): Promise<Listening>;
  notify(channel: string, payload: string): Promise<void>;
  /** Closes; connections still busy after `timeout` seconds (5) are cut. */
  end(options?: { readonly timeout?: number }): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most (10). Those a burst opened go again after three seconds. */
  readonly max?: number;
  /** application_name, for pg_stat_activity. */
  readonly name?: string;
  readonly searchPath?: string;
  /** How long to wait for a connection, in ms (10 000). */
  readonly connectTimeout?: number;
  /** How long one statement may take, in ms (60 000). */
  readonly statementTimeout?: number;
}

/** Dates of the calendar are midnight UTC, as everywhere in JavaScript. */
const asDate = (text: string) => new Date(text);
type Parse = (text: string) => unknown;
const parsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parse =>
    oid === types.builtins.DATE && format !== 'binary' ? asDate : (types.getTypeParser(oid, format) as Parse),
};

/** Opens no connection yet. */
export function connect(url: string, options: DatabaseOptions = {}): Database {
  const statementTimeout = options.statementTimeout ?? 60_000;
  const settings = {
    connectionString: url,
    application_name: options.name ?? 'motcua',
    ...(options.searchPath && { options: `-c search_path=${options.searchPath}` }),
    connectionTimeoutMillis: options.connectTimeout ?? 10_000,
    statement_timeout: statementTimeout,
    // The server answers a timed-out statement itself; this is for a server that does not answer at all.
    query_timeout: statementTimeout + 5_000,
    keepAlive: true,
    types: parsers,
  };
  const pool = new Pool({ ...settings, max: options.max ?? 10, idleTimeoutMillis: 3_000 });
  // A connection that broke while it rested is already out of the pool; the next caller gets a new one.
  pool.on('error', () => undefined);
  // Between the pool's hands and ours a connection has no listener, and an error nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const held = new Set<PoolClient>();

  async function withClient<R>(work: (run: Run) => Promise<R>): Promise<R> {
    const client = await pool.connect().catch((error: unknown) => {
      throw databaseError(error);
    });
    const { run, lost, close } = runner(client);
    held.add(client);
    try {
      return await work(run);
    } finally {
      close();
      // end() may have taken it already
      if (held.delete(client)) client.release(lost());
    }
  }

  const once: Run = (query) => withClient((run) => run(query));

  return Object.assign(tag(once), {
    begin: <R>(work: (tx: Transaction) => Promise<R>) => withClient((run) => transact(run, work)),
    session: <R>(work: (sql: Sql) => Promise<R>) => withClient((run) => work(tag(run))),
    listen: (channel: string, onNotice: (payload: string) => void, onListening: () => void) =>
      listen(settings, channel, onNotice, onListening),
    notify: async (channel: string, payload: string) => {
      await once({ text: 'select pg_notify($1, $2)', values: [channel, payload] });
    },
    end: async ({ timeout = 5 }: { readonly timeout?: number } = {}) => {
      const cut = setTimeout(() => {
        for (const client of held) {
          held.delete(client);
          client.release(new Error('the pool is closed'));
        }
      }, timeout * 1000);
      await pool.end();
      clearTimeout(cut);
    },
  });
}
