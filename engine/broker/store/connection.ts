/** Connections of the broker to PostgreSQL: one that writes and holds the lock, few that read. */
import { Client, type ClientConfig, Pool, type PoolClient } from 'pg';

type Row = Record<string, unknown>;

/** Opens nothing that waits for ever: neither for the connection nor for an answer. */
export interface ConnectionOptions {
  readonly databaseUrl: string;
  /** How long a connection may take, in ms. */
  readonly connectTimeout: number;
  /** How long PostgreSQL may take for a statement before the connection counts as lost, in ms. */
  readonly statementTimeout: number;
}

const CHUNK = 10_000;
/** How long a goodbye may take. */
const END_TIMEOUT = 1_000;
/** PostgreSQL notices within half a minute that the broker's machine is gone, and lets go of its lock. */
const KEEPALIVE = ['tcp_keepalives_idle=10', 'tcp_keepalives_interval=5', 'tcp_keepalives_count=3'];
const asOptions = (settings: readonly string[]): string =>
  settings.map((setting) => `-c ${setting}`).join(' ');

/** Waits for the end of a goodbye, but not for ever. */
async function ended(goodbye: Promise<unknown>, force: () => void): Promise<void> {
  const timeout = setTimeout(force, END_TIMEOUT);
  await goodbye;
  clearTimeout(timeout);
}

function settings(
  { databaseUrl, connectTimeout, statementTimeout }: ConnectionOptions,
  name: string,
): ClientConfig {
  return {
    connectionString: databaseUrl,
    application_name: name,
    connectionTimeoutMillis: connectTimeout,
    query_timeout: statementTimeout,
    keepAlive: true,
  };
}

export interface Writer {
  /** Runs a statement; those that come again and again are prepared. */
  run<R extends object = Row>(text: string, parameters?: readonly unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** Plans by the primary keys, whatever the statistics said when they were made. */
const PLANS = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'jit=off',
];

/** A plan takes memory in PostgreSQL for as long as the connection lasts. */
const MAX_PREPARED = 400;
/** So often a statement comes before it is prepared. */
const WORTH_PREPARING = 3;

interface StatementNames {
  /** The name to prepare a statement under; undefined while it comes seldom: of those there may be very many. */
  nameOf(text: string): string | undefined;
  /** There is no room for more: time to begin anew. */
  readonly isFull: boolean;
}

export function statementNames(generation: number): StatementNames {
  const names = new Map<string, string>();
  let seen = new Map<string, number>();
  return {
    nameOf(text) {
      const known = names.get(text);
      if (known !== undefined) return known;
      const times = (seen.get(text) ?? 0) + 1;
      if (times < WORTH_PREPARING) {
        if (seen.size > MAX_PREPARED) seen = new Map();
        seen.set(text, times);
        return undefined;
      }
      const name = `g${generation}s${names.size}`;
      seen.delete(text);
      names.set(text, name);
      return name;
    },
    get isFull() {
      return names.size >= MAX_PREPARED;
    },
  };
}

/** `onLost` is told once when the connection goes without having been closed. Rejects when PostgreSQL cannot be reached. */
export async function openWriter(options: ConnectionOptions, onLost: () => void): Promise<Writer> {
  const client = new Client({
    ...settings(options, 'motcua-broker'),
    options: asOptions([...PLANS, ...KEEPALIVE]),
  });
  let over = false;
  const lost = (): void => {
    if (over) return;
    over = true;
    onLost();
  };
  client.on('error', lost);
  client.on('end', lost);
  try {
    await client.connect();
  } catch (error) {
    over = true;
    throw error;
  }
  let generation = 0;
  let names = statementNames(generation);
  return {
    async run<R extends object = Row>(text: string, parameters: readonly unknown[] = []) {
      if (names.isFull) {
        names = statementNames(++generation);
        await client.query('deallocate all');
      }
      const { rows } = await client.query({ name: names.nameOf(text), text, values: [...parameters] });
      return rows as R[];
    },
    async close() {
      over = true;
      await ended(client.end(), () => client.connection.stream.destroy());
    },
  };
}

export interface Reader {
  rows<R extends object>(text: string, parameters?: readonly unknown[]): Promise<R[]>;
  /** Calls `each` for every row without holding all of them in memory. */
  forEach<R extends object>(text: string, each: (row: R) => void): Promise<void>;
  /**
   * Calls `each` for every row of a large table in the order of its first column, a key. Columns come as JSON values, in large portions
   * of which the next is under way while one is handled: a third of the cost of `forEach`. Nobody may write meanwhile.
   */
  scan<R extends object>(table: string, columns: readonly string[], each: (row: R) => void): Promise<void>;
  /** Runs `work` in one transaction. */
  transaction(
    work: (run: (text: string, parameters?: readonly unknown[]) => Promise<Row[]>) => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

export function openReader(options: ConnectionOptions): Reader {
  const pool = new Pool({ ...settings(options, 'motcua-broker reader'), max: 2, idleTimeoutMillis: 10_000 });
  // A connection that broke while it rested is out of the pool already.
  pool.on('error', () => undefined);
  // Between the pool's hands and ours a connection has no listener, and an error nobody hears ends the process.
  const clients = new Set<PoolClient>();
  pool.on('connect', (client) => {
    clients.add(client);
    client.on('error', () => undefined);
  });
  pool.on('remove', (client) => clients.delete(client));
  const transaction: Reader['transaction'] = async (work) => {
    const client = await pool.connect();
    let failure: Error | undefined;
    const onError = (error: Error): void => {
      failure = error;
    };
    client.on('error', onError);
    try {
      await client.query('begin');
      await work(
        async (text, parameters) => (await client.query<Row>(text, parameters && [...parameters])).rows,
      );
      await client.query('commit');
    } catch (error) {
      failure ??= error as Error;
      throw error;
    } finally {
      client.off('error', onError);
      client.release(failure);
    }
  };
  return {
    async rows<R extends object>(text: string, parameters: readonly unknown[] = []) {
      return (await pool.query(text, [...parameters])).rows as R[];
    },
    forEach: <R extends object>(text: string, each: (row: R) => void) =>
      transaction(async (run) => {
        await run(`declare every no scroll cursor for ${text}`);
        for (;;) {
          const rows = await run(`fetch ${CHUNK} from every`);
          for (const row of rows) each(row as R);
          if (rows.length < CHUNK) return;
        }
      }),
    async scan<R extends object>(table: string, columns: readonly string[], each: (row: R) => void) {
      const [key] = columns;
      const text = `select ${columns.map((name) => `json_agg(${name}) as ${name}`).join(', ')}
        from (select ${columns.join(', ')} from ${table} where ${key} > $1 order by ${key} limit ${CHUNK}) portion`;
      const portion = async (after: unknown) => {
        const { rows } = await pool.query<Record<string, unknown[] | null>>(text, [after]);
        return columns.map((name) => rows[0]?.[name] ?? []);
      };
      for (let next: ReturnType<typeof portion> | undefined = portion(0); next; ) {
        const lists: unknown[][] = await next;
        const keys = lists[0] ?? [];
        next = keys.length < CHUNK ? undefined : portion(keys.at(-1));
        // a failure is thrown when its turn comes
        next?.catch(() => undefined);
        for (let index = 0; index < keys.length; index++) {
          const row: Record<string, unknown> = {};
          for (const [column, name] of columns.entries()) row[name] = lists[column]?.[index];
          each(row as R);
        }
      }
    },
    transaction,
    close: () =>
      ended(pool.end(), () => {
        for (const client of clients) client.connection.stream.destroy();
      }),
  };
}
