/** Long-poll loops over ActivateJobs, one per job type: a job is handled the moment it exists. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../context.ts';
import { type Gateway, GatewayError, type Job } from './gateway.ts';

/** How long a job is ours before the engine gives it again: enough to write one row. */
const holdMs = 15_000;
export const yearMs = 365 * 86_400_000;

export interface Polling {
  readonly gateway: Gateway;
  readonly type: string;
  readonly handle: (job: Job) => Promise<void>;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** Runs until the signal; a job whose handling fails comes again after `holdMs`. */
export async function pollJobs({ gateway, type, handle, signal, log }: Polling): Promise<void> {
  let failures = 0;
  const stopped = new Promise<'stopped'>((resolve) =>
    signal.addEventListener('abort', () => resolve('stopped'), { once: true }),
  );
  while (!signal.aborted) {
    try {
      // a parked poll is left behind at the end: what it may still bring is given to the next worker
      const jobs = await Promise.race([
        gateway.activate({ type, worker: `motcua-${process.pid}`, max: 32, holdMs, waitMs: 25_000 }),
        stopped,
      ]);
      if (jobs === 'stopped') return;
      if (failures > 0) log('info', 'jobs are coming again', { type });
      failures = 0;
      await Promise.all(
        jobs.map((job) =>
          handle(job).catch((error: unknown) =>
            log('error', 'a job could not be taken', {
              type,
              job: job.key,
              element: job.elementId,
              error: String(error),
            }),
          ),
        ),
      );
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof GatewayError)) throw error;
      failures += 1;
      if (failures === 1) log('warn', 'the engine does not answer', { type, error: error.message });
      await pause(Math.min(200 * 2 ** (failures - 1), 2_000), signal);
    }
  }
}

/** Sleeps, or returns at once when the signal comes. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
