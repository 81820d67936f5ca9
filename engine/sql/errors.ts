/** Tells what PostgreSQL answered from what it did not answer. */
import { DatabaseError } from 'pg';

/** No answer: refused, cut off, or too late. Whether the statement took effect is not known. */
export class DatabaseAway extends Error {
  readonly code = 'DATABASE_AWAY';
  constructor(cause: unknown) {
    super(`PostgreSQL does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Whether the connection is of no use any more. */
export function isLost(error: unknown): boolean {
  return !(error instanceof DatabaseError) || /^(08|57P)/.test(error.code ?? '');
}

/** What PostgreSQL said as it is; anything else becomes a `DatabaseAway`. */
export function databaseError(error: unknown): unknown {
  return error instanceof DatabaseError || error instanceof TypeError ? error : new DatabaseAway(error);
}
