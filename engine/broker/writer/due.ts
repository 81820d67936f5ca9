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
  /** Throws out what is out of date once that may be half of all: most jobs are done long before their time is over. */
  tidy(isStill: (due: number, one: Due) => boolean): void;
  clear(): void;
  stop(): void;
}

/** Longest sleep, so that a clock that is set right is noticed. */
const MAX_SLEEP = 60_000;
const UNTIDY = 10_000;
/** What becomes due one after the other is done together this often, in ms: each time is a commit. Zeebe looks every 100 ms. */
const PAUSE = 25;

const kinds: readonly DueKind[] = ['timer', 'job', 'message'];
/** First key of partition 1: what is above it and the kind fit into a number together. */
const FIRST_KEY = 2 ** 51;
const encode = (kind: DueKind, key: Key): number => (key - FIRST_KEY) * kinds.length + kinds.indexOf(kind);
function decode(value: number): Due {
  const offset = Math.floor(value / kinds.length);
  return { kind: kinds[value - offset * kinds.length] as DueKind, key: offset + FIRST_KEY };
}

/** `onDue` gets everything whose time has come, in order of time. */
export function createDueHeap(clock: Clock, onDue: (due: readonly Due[]) => void): DueHeap {
  const heap = createHeap();
  let timeout: NodeJS.Timeout | undefined;
  let armedFor = Number.POSITIVE_INFINITY;
  let untidy = UNTIDY;
  let fired = Number.NEGATIVE_INFINITY;

  function arm(): void {
    const next = heap.peek();
    if (next === undefined || next >= armedFor) return;
    clearTimeout(timeout);
    armedFor = next;
    const pause = Math.max(fired + PAUSE - performance.now(), 0);
    timeout = setTimeout(fire, Math.min(Math.max(next - clock.now(), pause), MAX_SLEEP));
  }
  function fire(): void {
    clearTimeout(timeout);
    armedFor = Number.POSITIVE_INFINITY;
    const now = clock.now();
    const due: Due[] = [];
    for (let next = heap.peek(); next !== undefined && next <= now; next = heap.peek()) {
      due.push(decode(heap.pop() as number));
    }
    if (due.length > 0) {
      fired = performance.now();
      onDue(due);
    }
    arm();
  }
  const unsubscribe = clock.onJump(fire);
  return {
    add(due, kind, key) {
      heap.push(due, encode(kind, key));
      arm();
    },
    tidy(isStill) {
      if (heap.size < untidy) return;
      heap.keep((due, value) => isStill(due, decode(value)));
      untidy = Math.max(UNTIDY, heap.size * 2);
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
