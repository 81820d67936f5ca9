/** A binary min-heap over numbers with a payload: timers by due time, job queues by key. */

export interface Heap<T> {
  readonly size: number;
  push(order: number, value: T): void;
  /** Order of the first entry, or undefined when empty. */
  peek(): number | undefined;
  pop(): T | undefined;
  clear(): void;
}

interface Entry<T> {
  readonly order: number;
  readonly value: T;
}

/** Entries of equal order come out in no particular order. */
export function createHeap<T>(): Heap<T> {
  let entries: Entry<T>[] = [];
  const at = (index: number): Entry<T> => entries[index] as Entry<T>;

  function up(start: number): void {
    let index = start;
    const entry = at(index);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (at(parent).order <= entry.order) break;
      entries[index] = at(parent);
      index = parent;
    }
    entries[index] = entry;
  }

  function down(entry: Entry<T>): void {
    let index = 0;
    for (;;) {
      let child = index * 2 + 1;
      if (child >= entries.length) break;
      if (child + 1 < entries.length && at(child + 1).order < at(child).order) child++;
      if (at(child).order >= entry.order) break;
      entries[index] = at(child);
      index = child;
    }
    entries[index] = entry;
  }

  return {
    get size() {
      return entries.length;
    },
    push(order, value) {
      entries.push({ order, value });
      up(entries.length - 1);
    },
    peek: () => entries[0]?.order,
    pop() {
      const first = entries[0];
      const last = entries.pop();
      if (first && last && entries.length > 0) down(last);
      return first?.value;
    },
    clear() {
      entries = [];
    },
  };
}
