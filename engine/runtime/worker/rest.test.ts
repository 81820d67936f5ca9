/** When the worker gives memory back. */
import { expect, test } from 'vitest';
import { timeToRest } from './rest.ts';

test('given work, when a window without any follows, then it is time to rest', () => {
  expect(timeToRest([0.6, 0.02])).toBe(true);
  expect(timeToRest([0.6, 0.06, 0.01])).toBe(true);
});

test('given work that goes on, or none before, then it is not', () => {
  expect(timeToRest([0.6, 0.5])).toBe(false);
  expect(timeToRest([0.6, 0.06])).toBe(false);
  expect(timeToRest([0.02, 0.01])).toBe(false);
  expect(timeToRest([])).toBe(false);
});
