/** The Postgres connection of the runtime and the names its queries use. */
import postgres from 'postgres';

export type Database = postgres.Sql;
export type Transaction = postgres.TransactionSql;
/** Either of the two, for functions that only read or write rows. */
export type Sql = postgres.ISql;

/** Opens a pool whose search path is the schema `motcua`. */
export function connect(
  url: string,
  options: { readonly max?: number; readonly name?: string } = {},
): Database {
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
