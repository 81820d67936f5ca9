/** The Postgres connection of the runtime and the names its queries use. */
import postgres from 'postgres';

export type Database = postgres.Sql;
export type Transaction = postgres.TransactionSql;
/** Either of the two, for functions that only read or write rows. */
export type Sql = postgres.ISql;

let guarded = false;
/**
 * postgres.js 3.4 may write to a connection that has just been cut, from a timer of its own: an exception no caller can catch.
 * The queries concerned fail with CONNECTION_CLOSED anyway, so it must not end the process when Postgres restarts.
 */
function surviveCutConnections(): void {
  if (guarded) return;
  guarded = true;
  process.on('uncaughtException', (error) => {
    if (
      error instanceof TypeError &&
      error.message.includes("reading 'write'") &&
      error.stack?.includes('postgres/src/connection.js')
    )
      return;
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  });
}

/** Opens a pool whose search path is the schema `motcua`. */
export function connect(
  url: string,
  options: { readonly max?: number; readonly name?: string } = {},
): Database {
  surviveCutConnections();
  return postgres(url, {
    max: options.max ?? 10,
    // Each connection is a process of Postgres: those a burst opened go again.
    idle_timeout: 3,
    onnotice: () => {},
    connection: { application_name: options.name ?? 'motcua', search_path: 'motcua,public' },
  });
}

/** Any JSON-shaped value as a jsonb parameter. */
export function json(sql: Sql, value: unknown): postgres.Parameter {
  return sql.json(value as postgres.JSONValue);
}
