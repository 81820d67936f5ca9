/** An ordered collection against a plain sorted list, under random changes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOrdered } from './ordered.ts';

const change = fc.record({ add: fc.boolean(), order: fc.integer({ min: 0, max: 40 }) });

test('holds what a sorted list holds', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 400 }), fc.integer({ min: -1, max: 41 }), (changes, from) => {
      const ordered = createOrdered<string>();
      const plain = new Map<number, string>();
      for (const [index, { add, order }] of changes.entries()) {
        if (add) {
          ordered.add(order, `v${index}`);
          plain.set(order, `v${index}`);
        } else {
          ordered.delete(order);
          plain.delete(order);
        }
        if (index % 7 === 0) ordered.after(from, 1);
      }
      const sorted = [...plain].sort(([a], [b]) => a - b).filter(([order]) => order > from);
      expect(ordered.size).toBe(plain.size);
      expect(ordered.after(from, 3)).toEqual(sorted.slice(0, 3).map(([, value]) => value));
      expect(ordered.after(from, 1_000)).toEqual(sorted.map(([, value]) => value));
    }),
  );
});

test('reads on from each number to the next', () => {
  const ordered = createOrdered<number>();
  for (const order of [5, 1, 9, 7, 3]) ordered.add(order, order);
  const read: number[] = [];
  for (let last = -1; ; ) {
    const [next] = ordered.after(last, 1);
    if (next === undefined) break;
    read.push(next);
    last = next;
  }
  expect(read).toEqual([1, 3, 5, 7, 9]);
});
