/** One heap of everything that becomes due, one timeout for its head (zeebe.md 5.5). Entries out of date are sorted out by whoever gets them. */
import type { Clock } from '../clock.ts';
import type { DueKind } from '../process/engine.ts';
import { createHeap } from '../state/heap.ts';
import type { Key } from '../state/model.ts';

export interface Due {
  readonly kind: DueKind;
  readonly key: Key;
}
export interface DueHeap {
  add(due: number, kind: DueKind, key: Key): void;
  clear(): void;
  stop(): void;
}

/** Longest sleep, so that a clock that is set right is noticed. */
const MAX_SLEEP = 60_000;

/** `onDue` gets everything whose time has come, in order of time. */
export function createDueHeap(clock: Clock, onDue: (due: readonly Due[]) => void): DueHeap {
  const heap = createHeap<Due>();
  let timeout: NodeJS.Timeout | undefined;
  let armedFor = Number.POSITIVE_INFINITY;

  function arm(): void {
    const next = heap.peek();
    if (next === undefined || next >= armedFor) return;
    clearTimeout(timeout);
    armedFor = next;
    timeout = setTimeout(fire, Math.min(Math.max(next - clock.now(), 0), MAX_SLEEP));
  }
  function fire(): void {
    clearTimeout(timeout);
    armedFor = Number.POSITIVE_INFINITY;
    const now = clock.now();
    const due: Due[] = [];
    for (let next = heap.peek(); next !== undefined && next <= now; next = heap.peek()) {
      due.push(heap.pop() as Due);
    }
    if (due.length > 0) onDue(due);
    arm();
  }
  const unsubscribe = clock.onJump(fire);
  return {
    add(due, kind, key) {
      heap.push(due, { kind, key });
      arm();
    },
    clear() {
      heap.clear();
      clearTimeout(timeout);
      armedFor = Number.POSITIVE_INFINITY;
    },
    stop() {
      clearTimeout(timeout);
      unsubscribe();
    },
  };
}
