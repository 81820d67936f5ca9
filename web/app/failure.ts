/** A failed request in the words of the person who reads the page. Shared by server and browser. */
import type { Localized } from '../../engine/runtime/package/schema.ts';

export interface Failure {
  readonly status: number;
  /** What happened, when the runtime said it in words. */
  readonly text?: Localized;
  /** e.g. who acted and when on a conflict. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Support finds the log line by it. */
  readonly correlationId: string;
}

export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'status' in value && 'correlationId' in value;
}
