/** Values in ascending order of a number, one per number: cheap to add at the end, to remove anywhere, and to read on from a number. */

export interface Ordered<T> {
  readonly size: number;
  add(order: number, value: T): void;
  delete(order: number): void;
  /** Up to `count` values behind a number. */
  after(order: number, count: number): T[];
}

/** Numbers removed stay in the list until they outnumber the others; numbers added out of order wait for the next reading to be sorted. */
export function createOrdered<T>(): Ordered<T> {
  const live = new Map<number, T>();
  let orders: number[] = [];
  let sorted = true;

  function tidy(): void {
    orders = [...live.keys()].sort((a, b) => a - b);
    sorted = true;
  }
  /** Place of the first number above the given one. */
  function placeAfter(order: number): number {
    let low = 0;
    let high = orders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((orders[middle] as number) <= order) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  return {
    get size() {
      return live.size;
    },
    add(order, value) {
      if (!live.has(order)) {
        if (orders.length > 0 && order <= (orders.at(-1) as number)) sorted = false;
        orders.push(order);
      }
      live.set(order, value);
    },
    delete(order) {
      live.delete(order);
      if (orders.length > live.size * 2 + 64) tidy();
    },
    after(order, count) {
      if (!sorted) tidy();
      const found: T[] = [];
      for (let at = placeAfter(order); at < orders.length && found.length < count; at++) {
        const value = live.get(orders[at] as number);
        if (value !== undefined) found.push(value);
      }
      return found;
    },
  };
}
