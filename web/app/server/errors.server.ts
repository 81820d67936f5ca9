/** From exceptions to HTTP answers: what the runtime says on purpose, Postgres away, and everything else. */
import { data } from 'react-router';
import type { RuntimeError, RuntimeErrorCode } from '../../../engine/runtime/api.ts';
import type { Failure } from '../failure.ts';
import { type Context, requestContext } from './context.server.ts';

const statusByCode: Record<RuntimeErrorCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  CONFLICT: 409,
  INVALID: 422,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** By shape, not by class: the runtime lives outside the bundle, its classes are not ours. */
export function isRuntimeError(error: unknown, code?: RuntimeErrorCode): error is RuntimeError {
  return (
    error instanceof Error &&
    error.name === 'RuntimeError' &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}

/** True when Postgres does not answer (engine/sql), is going down, is full or took too long (by SQLSTATE). */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return error.code === 'DATABASE_AWAY' || /^(08|53|57P|57014)/.test(error.code);
}

/** The failure an exception means for the reader. */
export function failureOf(error: unknown, correlationId: string): Failure {
  if (isRuntimeError(error))
    return { status: statusByCode[error.code], text: error.text, details: error.details, correlationId };
  return { status: isDatabaseAway(error) ? 503 : 500, correlationId };
}

/**
 * Runs `work` and turns what the runtime says on purpose into an answer with status and words, so that hydrated
 * pages get them too (other exceptions are reduced to "500" on the way to the browser).
 */
export async function answering<T>(context: Context, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isRuntimeError(error) && !isDatabaseAway(error)) throw error;
    throw failWith(failureOf(error, context.get(requestContext).correlationId));
  }
}

/** A throwable answer that shows the error page. */
export function failWith(failure: Failure) {
  return data(failure, { status: failure.status });
}

/** 404 for an address or object that is not there (or not for this reader). */
export function notFound(context: Context) {
  return failWith({ status: 404, correlationId: context.get(requestContext).correlationId });
}
