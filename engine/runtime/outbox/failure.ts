/** What a failed effect means: try again when, or stop. */
import { ConnectorError } from '../../../connectors/index.ts';
import { GatewayError } from '../engine/gateway.ts';
import { EffectError } from './types.ts';

export type Verdict =
  | { readonly stop: true; readonly message: string }
  | { readonly stop: false; readonly message: string; readonly waitMs: number };

/** Before try 2, 3 … of what has no back-off of its own. */
const usual: readonly number[] = [500, 2_000, 10_000, 60_000, 300_000, 900_000];

/**
 * @param attempts tries that failed, this one included
 * @param backoff of the connector
 */
export function judge(error: unknown, attempts: number, backoff: readonly number[] = usual): Verdict {
  const message = describe(error);
  // an engine that is down is no incident: everything waits for it and goes on
  if (error instanceof GatewayError && error.failure === 'down')
    return { stop: false, message, waitMs: Math.min(100 * 2 ** Math.min(attempts, 5), 2_000) };
  if (error instanceof GatewayError || error instanceof EffectError) return { stop: true, message };
  if (error instanceof ConnectorError) {
    if (error.code === 'ABORTED') return { stop: false, message, waitMs: 0 };
    if (error.retry === 'permanent') return { stop: true, message };
    const waitMs = backoff[attempts - 1];
    return waitMs === undefined
      ? { stop: true, message }
      : { stop: false, message, waitMs: Math.max(waitMs, error.retryAfterMs ?? 0) };
  }
  const waitMs = usual[attempts - 1];
  return waitMs === undefined ? { stop: true, message } : { stop: false, message, waitMs };
}

function describe(error: unknown): string {
  const text =
    error instanceof ConnectorError
      ? `${error.code}: ${error.message}`
      : error instanceof Error
        ? error.message
        : String(error);
  return text.slice(0, 1_000);
}
