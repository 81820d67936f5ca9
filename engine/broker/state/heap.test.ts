/** The heap against a sorted list. */
import { expect, test } from 'vitest';
import { createHeap } from './heap.ts';

test('comes out in order, whatever goes in and is thrown out', () => {
  const heap = createHeap();
  let mirror: [number, number][] = [];
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let round = 0; round < 20_000; round++) {
    const action = random(100);
    if (action < 60) {
      const order = random(1_000_000) + 2 ** 40;
      heap.push(order, round);
      mirror.push([order, round]);
    } else if (action < 98) {
      mirror.sort(([a], [b]) => b - a);
      expect(heap.peek()).toBe(mirror.at(-1)?.[0]);
      const value = heap.pop();
      const at = mirror.findIndex(([, other]) => other === value);
      if (value !== undefined) expect(mirror[at]?.[0]).toBe(mirror.at(-1)?.[0]);
      if (at >= 0) mirror.splice(at, 1);
    } else if (round % 10 === 0) {
      heap.keep((_order, value) => value % 3 > 0);
      mirror = mirror.filter(([, value]) => value % 3 > 0);
    }
    expect(heap.size).toBe(mirror.length);
  }
  heap.clear();
  expect([heap.size, heap.peek(), heap.pop()]).toEqual([0, undefined, undefined]);
});
