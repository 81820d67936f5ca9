/** The shape of every connector. A connector is a folder: manifest, config, handler, simulator, tests. */
import type { z } from 'zod';

export interface ConnectorContext<Config> {
  readonly config: Config;
  /** Same key → same effect at the outside system, however often the call is repeated. */
  readonly idempotencyKey: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly log: (message: string, data?: Readonly<Record<string, unknown>>) => void;
  /** Reads a stored file of the dossier by document id. */
  readonly readDocument: (id: string) => Promise<{ bytes: Uint8Array; name: string; mime: string }>;
}

/** `transient`: try again with back-off. `permanent`: stop, an operator must look. */
export class ConnectorError extends Error {
  readonly retry: 'transient' | 'permanent';
  readonly code: string;
  /** The outside system said when to come again (Retry-After), in milliseconds from now. */
  readonly retryAfterMs: number | undefined;
  constructor(
    code: string,
    message: string,
    retry: 'transient' | 'permanent',
    options?: ErrorOptions & { readonly retryAfterMs?: number },
  ) {
    super(message, options);
    this.name = 'ConnectorError';
    this.code = code;
    this.retry = retry;
    this.retryAfterMs = options?.retryAfterMs;
  }
}

export interface Connector<Config, Input, Output> {
  /** Zeebe job type, e.g. `motcua.lgsp.population.assignPersonalId`. */
  readonly type: string;
  readonly name: { vi: string; en: string };
  readonly description: { vi: string; en: string };
  readonly config: z.ZodType<Config>;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  /** Usual name of the output under `facts`; what the element template proposes as header `result`. */
  readonly resultName: string;
  /** Back-off in milliseconds before try 2, 3, …; after the last one the call becomes an incident. */
  readonly backoff: readonly number[];
  readonly timeoutMs: number;
  readonly handle: (input: Input, context: ConnectorContext<Config>) => Promise<Output>;
  /**
   * Called after the output has been committed, e.g. to acknowledge messages at a transport. Never needed for
   * correctness: skipping it or repeating it changes nothing for the dossier.
   */
  readonly settle?: (input: Input, output: Output, context: ConnectorContext<Config>) => Promise<void>;
}
/* The runtime builds `input` from the dossier by the task header `input:<name>` = data path or `=literal`
 * (see connectors/kit/binding.ts), calls `handle` from the outbox, stores `output` in the dossier event
 * `connector.succeeded` under the header `result` name, and completes the job. Personal data stays out of the engine. */
