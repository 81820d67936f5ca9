/** A small share of the kill run; `npm run broker:kill` does five hundred. */
import { expect, test } from 'vitest';
import { runKills } from './run.ts';

test('twenty kills of broker and PostgreSQL: what was acknowledged is there, once', async () => {
  const result = await runKills({ kills: 20, seed: 4 });
  expect(result.faults).toEqual([]);
  expect(result.acknowledgedInstances).toBeGreaterThan(100);
}, 240_000);
