/** A binary min-heap of numbers by a number: timers by due time, job queues by key. Two plain arrays of doubles, nothing per entry. */

export interface Heap {
  readonly size: number;
  push(order: number, value: number): void;
  /** Order of the first entry, or undefined when empty. */
  peek(): number | undefined;
  /** Takes the first entry out and tells its value. */
  pop(): number | undefined;
  /** Throws out all entries that are not wanted. */
  keep(isWanted: (order: number, value: number) => boolean): void;
  clear(): void;
}

const INITIAL = 64;

/** Entries of equal order come out in no particular order. */
export function createHeap(): Heap {
  let orders = new Float64Array(INITIAL);
  let values = new Float64Array(INITIAL);
  let size = 0;
  const orderAt = (index: number): number => orders[index] as number;

  function resize(length: number): void {
    const before = [orders, values] as const;
    orders = new Float64Array(length);
    values = new Float64Array(length);
    orders.set(before[0].subarray(0, size));
    values.set(before[1].subarray(0, size));
  }
  function move(from: number, to: number): void {
    orders[to] = orderAt(from);
    values[to] = values[from] as number;
  }
  function place(index: number, order: number, value: number): void {
    orders[index] = order;
    values[index] = value;
  }
  function up(start: number, order: number, value: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (orderAt(parent) <= order) break;
      move(parent, index);
      index = parent;
    }
    place(index, order, value);
  }
  function down(start: number, order: number, value: number): void {
    let index = start;
    for (;;) {
      let child = index * 2 + 1;
      if (child >= size) break;
      if (child + 1 < size && orderAt(child + 1) < orderAt(child)) child++;
      if (orderAt(child) >= order) break;
      move(child, index);
      index = child;
    }
    place(index, order, value);
  }

  return {
    get size() {
      return size;
    },
    push(order, value) {
      if (size === orders.length) resize(size * 2);
      size++;
      up(size - 1, order, value);
    },
    peek: () => (size > 0 ? orderAt(0) : undefined),
    pop() {
      if (size === 0) return undefined;
      const first = values[0];
      size--;
      if (size > 0) down(0, orderAt(size), values[size] as number);
      return first;
    },
    keep(isWanted) {
      let kept = 0;
      for (let index = 0; index < size; index++) {
        if (isWanted(orderAt(index), values[index] as number)) move(index, kept++);
      }
      size = kept;
      for (let index = (size >> 1) - 1; index >= 0; index--)
        down(index, orderAt(index), values[index] as number);
      if (orders.length > INITIAL && size * 4 < orders.length) resize(Math.max(INITIAL, size * 2));
    },
    clear() {
      size = 0;
      resize(INITIAL);
    },
  };
}
