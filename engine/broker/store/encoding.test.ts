/** The steps of a cut run come back as they were written: a broker that cannot read them cannot start. */
import { expect, test } from 'vitest';
import type { Step } from '../state/model.ts';
import { decodeSteps, encodeSteps } from './encoding.ts';

test('steps with and without variables are read back', () => {
  const steps: readonly Step[] = [
    { type: 'activate', scope: 1, node: 2, variables: new Map([['a', '[1,{"entries":[]}]']]) },
    { type: 'complete', element: 3 },
    { type: 'signal', name: 's', variables: new Map(), after: 4, before: 5, reads: 0 },
  ];
  expect(decodeSteps(encodeSteps(steps))).toEqual(steps);
});
