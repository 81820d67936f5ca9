/** A well-behaved client beside the hostile ones: it must be served all the time. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

export interface Canary {
  /** Milliseconds of each whole instance so far. */
  readonly latencies: readonly number[];
  readonly failures: readonly string[];
  /** Highest resident memory of the broker so far, in MB. */
  readonly peak: () => number;
  stop(): Promise<void>;
}

const residentOf = (pid: number): number => {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended, which others tell
  }
};

/** Runs one instance after the other and watches the memory of the process. */
export async function startCanary(address: string, pid: number): Promise<Canary> {
  const worker = new Worker(new URL('./canary-worker.ts', import.meta.url), { workerData: { address } });
  const latencies: number[] = [];
  const failures: string[] = [];
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentOf(pid));
  }, 50);
  await once(worker, 'message');
  worker.on('message', ({ latency, failure }: { latency?: number; failure?: string }) => {
    if (latency !== undefined) latencies.push(latency);
    if (failure !== undefined) failures.push(failure);
  });
  return {
    latencies,
    failures,
    peak: () => peak,
    async stop() {
      const exited = once(worker, 'exit');
      worker.postMessage('stop');
      await exited;
      clearInterval(watch);
    },
  };
}
