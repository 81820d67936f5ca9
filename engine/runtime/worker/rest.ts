/** Gives memory back after work: papers leave native buffers behind that only a full collection frees, and an idle process never does one. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const windowMs = 20_000;
/** Share of one core in a window: above it there was work, below it there is none. */
const busy = 0.1;
const idle = 0.04;

/** Whether now, after windows that took these shares of a core (oldest first), is the time to collect. */
export function timeToRest(shares: readonly number[]): boolean {
  const last = shares.at(-1) ?? 0;
  return last < idle && shares.slice(0, -1).some((share) => share > busy);
}

/** Collects once after each time of work, in the first window without any. @param signal ends the watch */
export function restAfterWork(signal: AbortSignal, collect: () => void = collector()): void {
  let shares: number[] = [];
  let before = process.cpuUsage();
  const timer = setInterval(() => {
    const used = process.cpuUsage(before);
    before = process.cpuUsage();
    shares = [...shares.slice(-9), (used.user + used.system) / 1000 / windowMs];
    if (!timeToRest(shares)) return;
    collect();
    shares = [];
  }, windowMs);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** The engine's own full collection, without a flag on the command line. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  return typeof gc === 'function' ? () => void gc() : () => undefined;
}
