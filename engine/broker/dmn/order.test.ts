import { expect, test } from 'vitest';
import { inMapOrder } from './order.ts';

const ids = (...texts: string[]): { id: string }[] => texts.map((id) => ({ id }));
const order = (...texts: string[]): string[] => inMapOrder(ids(...texts)).map(({ id }) => id);

test('decisions come in the order that Zeebe 8.5.8 gave them', () => {
  expect(order('b', 'a')).toEqual(['a', 'b']);
  expect(order('order', 'price', 'discount', 'total_amount', 'x')).toEqual([
    'total_amount',
    'price',
    'x',
    'discount',
    'order',
  ]);
  const eleven = Array.from({ length: 11 }, (_, at) => `d${at}`);
  expect(order(...eleven).join(' ')).toBe('d4 d5 d6 d10 d7 d8 d9 d0 d1 d2 d3');
  expect(order(...eleven, 'd11').slice(0, 3)).toEqual(['d10', 'd11', 'd0']);
});
