/** Cold start (fresh data, seeds), warm start, first page, and memory with everything idle. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Stack, startStack } from '../stack.ts';
import { temporaryConfig } from '../temporary-config.ts';
import { round } from './figures.ts';

/** Longer than connections and caches are kept for the next burst. */
const IDLE_MS = 30_000;

interface Memory {
  /** Resident set, MB; pages shared between processes count in each. */
  readonly rss: number;
  /** Proportional set, MB; shared pages are divided among their users. */
  readonly pss: number;
}

function memoryOf(pid: number): Memory {
  const words = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(words)?.[1] ?? 0);
  return { rss: kilobytes('Rss') / 1024, pss: kilobytes('Pss') / 1024 };
}

/** Process ids of a process and all its descendants. */
function tree(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        return (
          Number(
            readFileSync(`/proc/${one}/stat`, 'utf8')
              .replace(/^.*\) /s, '')
              .split(' ')[1],
          ) === pid
        );
      } catch {
        return false; // it ended meanwhile
      }
    });
  return [pid, ...children.flatMap(tree)];
}

function memory(stack: Stack): Record<string, Memory> {
  const pids: [string, number | undefined][] = [
    ['postgres', stack.databasePid()],
    ...[...stack.children].map(([name, child]): [string, number | undefined] => [name, child.pid()]),
  ];
  const sum = (list: readonly Memory[]): Memory => ({
    rss: round(list.reduce((n, one) => n + one.rss, 0)),
    pss: round(list.reduce((n, one) => n + one.pss, 0)),
  });
  const parts = pids.flatMap(([name, pid]): [string, Memory][] =>
    pid ? [[name, sum(tree(pid).map(memoryOf))]] : [],
  );
  return { ...Object.fromEntries(parts), all: sum(parts.map(([, one]) => one)) };
}

/** Starts the product twice on the same data. */
export async function benchStart(): Promise<readonly object[]> {
  const { config, remove } = await temporaryConfig('bench');
  const lines: object[] = [];
  try {
    for (const kind of ['cold', 'warm']) {
      const startedAt = performance.now();
      const stack = await startStack({ config, progress: () => undefined, notice: console.error });
      const ready = performance.now() - startedAt;
      const page = await fetch(config.PUBLIC_URL);
      await page.text();
      const firstPage = performance.now() - startedAt;
      await delay(IDLE_MS);
      lines.push({
        start: kind,
        readySeconds: round(ready / 1000),
        firstPageSeconds: round(firstPage / 1000),
        status: page.status,
        megabytes: memory(stack),
      });
      await stack.stop();
    }
    return lines;
  } finally {
    remove();
  }
}
