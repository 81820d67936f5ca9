/** A small share of every attack; `npm run broker:fuzz` does more. */
import { expect, test } from 'vitest';
import { runFuzz } from './run.ts';

test('whatever is thrown at the gateway, a well-behaved client is served and memory stays bounded', async () => {
  const { faults } = await runFuzz({ seed: 7, amount: 0.2 });
  expect(faults).toEqual([]);
}, 300_000);
