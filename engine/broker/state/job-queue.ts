/** Activatable jobs of one type in ascending key order (zeebe.md 3.6), with cheap removal from the middle. */
import { createHeap, type Heap } from './heap.ts';
import type { Key } from './model.ts';

export interface JobQueue {
  readonly size: number;
  add(key: Key): void;
  delete(key: Key): void;
  /** The lowest key, left in the queue. */
  first(): Key | undefined;
  /** The `count` lowest keys, left in the queue. */
  lowest(count: number): Key[];
}

/** Entries removed from the middle stay in the heap until they surface or outnumber the live ones. */
export function createJobQueue(): JobQueue {
  const live = new Set<Key>();
  let heap: Heap = createHeap();

  function rebuild(): void {
    heap = createHeap();
    for (const key of live) heap.push(key, key);
  }
  function first(): Key | undefined {
    for (;;) {
      const key = heap.peek();
      if (key === undefined || live.has(key)) return key;
      heap.pop();
    }
  }
  return {
    get size() {
      return live.size;
    },
    add(key) {
      if (live.has(key)) return;
      live.add(key);
      heap.push(key, key);
    },
    delete(key) {
      live.delete(key);
      if (heap.size > 64 && heap.size > live.size * 2) rebuild();
    },
    first,
    lowest(count) {
      const keys: Key[] = [];
      let last: Key | undefined;
      while (keys.length < count && first() !== undefined) {
        const key = heap.pop() as Key;
        if (key !== last) keys.push(key);
        last = key;
      }
      for (const key of keys) heap.push(key, key);
      return keys;
    },
  };
}
