/** CPU time and memory of process trees, read from /proc. */
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = 100;

function fieldsOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined; // it ended meanwhile
  }
}

/** A process and all its descendants. */
export function processTree(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(fieldsOf(Number(name))?.[1] ?? -1);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const collect = (one: number): number[] => [one, ...(parents.get(one) ?? []).flatMap(collect)];
  return collect(pid);
}

/** CPU seconds used so far by a process tree, by children that have ended as well. */
export function cpuSeconds(pid: number): number {
  let ticks = 0;
  for (const one of processTree(pid)) {
    const fields = fieldsOf(one);
    // utime, stime, cutime, cstime
    for (const index of [11, 12, 13, 14]) ticks += Number(fields?.[index] ?? 0);
  }
  return ticks / TICKS;
}

/** Memory of a process tree in MB: resident set summed up, and with shared pages counted once. */
export function memory(pid: number): { readonly rss: number; readonly pss: number } {
  let rss = 0;
  let pss = 0;
  for (const one of processTree(pid)) {
    try {
      const words = readFileSync(`/proc/${one}/smaps_rollup`, 'utf8');
      rss += Number(/^Rss:\s+(\d+)/m.exec(words)?.[1] ?? 0) / 1024;
      pss += Number(/^Pss:\s+(\d+)/m.exec(words)?.[1] ?? 0) / 1024;
    } catch {
      // it ended meanwhile
    }
  }
  return { rss: Math.round(rss), pss: Math.round(pss) };
}
