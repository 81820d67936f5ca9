/** The Postgres connection of the runtime and the names its queries use. */
import { connect as connectPool, type Database, type Json, type Sql } from '../../sql/index.ts';

export type { Database, Sql, Transaction } from '../../sql/index.ts';

/** Opens a pool whose search path is the schema `motcua`. */
export function connect(
  url: string,
  options: { readonly max?: number; readonly name?: string } = {},
): Database {
  return connectPool(url, { ...options, searchPath: 'motcua,public' });
}

/** Any JSON-shaped value as a jsonb parameter. */
export function json(sql: Sql, value: unknown): Json {
  return sql.json(value);
}
