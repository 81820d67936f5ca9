/** Random behaviour of workers and operators: a list of decisions, each made when the engine has come to rest. */
import fc from 'fast-check';
import type { Variables } from '../scenario.ts';
import { CODES, MESSAGES, SIGNALS } from './process.ts';

/** `which` chooses among the jobs at hand (modulo their number), `element` among the elements of the process. */
export type Decision =
  | {
      readonly do: 'complete' | 'fail' | 'failForGood';
      readonly which: number;
      readonly variables: Variables;
    }
  | { readonly do: 'throw'; readonly which: number; readonly code: string; readonly variables: Variables }
  | {
      readonly do: 'publish';
      readonly name: string;
      readonly key: string;
      readonly ttl: number;
      readonly variables: Variables;
    }
  | { readonly do: 'broadcast'; readonly name: string; readonly variables: Variables }
  | { readonly do: 'set'; readonly which: number; readonly local: boolean; readonly variables: Variables }
  | { readonly do: 'repair'; readonly which: number; readonly retries: number }
  | { readonly do: 'modify'; readonly element: number | undefined; readonly which: number | undefined }
  | { readonly do: 'resolve' | 'mend' | 'cancel' | 'completeGone' };

/** With these most expressions have a value. */
export const GOOD: Variables = { a: 1, b: 'k', c: 2, l: [1, 2], n: 5, o: { p: 1, s: 'x' } };

export interface Behaviour {
  readonly variables: Variables;
  readonly decisions: readonly Decision[];
}

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(1, 2, 0, null, true) },
  { weight: 3, arbitrary: fc.constantFrom('x', 'k', '') },
  { weight: 1, arbitrary: fc.constantFrom([1, 2], [], { p: 1 }, { p: { q: 'x' } }, 1.5) },
);
const dictionary: fc.Arbitrary<Variables> = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'o', 'l', 'n', 'r', 'i', 'res'),
  value,
  { maxKeys: 3 },
);
const some = fc.subarray(Object.entries(GOOD)).map((entries): Variables => Object.fromEntries(entries));
const variables: fc.Arbitrary<Variables> = fc.oneof(fc.constant<Variables>({}), some, dictionary);
const which = fc.nat({ max: 5 });

const decision: fc.Arbitrary<Decision> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ do: fc.constant('complete' as const), which, variables }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), which, variables }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('failForGood' as const), which, variables }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('throw' as const),
      which,
      code: fc.constantFrom(...CODES, 'E3'),
      variables,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      name: fc.constantFrom(...MESSAGES),
      key: fc.constantFrom('k', 'k', 'k', 'x', '1'),
      ttl: fc.constantFrom(0, 600_000),
      variables,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('broadcast' as const),
      name: fc.constantFrom(...SIGNALS),
      variables,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('set' as const), which, local: fc.boolean(), variables }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('repair' as const), which, retries: fc.constantFrom(1, 3) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('modify' as const),
      element: fc.option(fc.nat({ max: 30 }), { nil: undefined }),
      which: fc.option(which, { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Decision>({ do: 'resolve' }) },
  { weight: 4, arbitrary: fc.constant<Decision>({ do: 'mend' }) },
  { weight: 1, arbitrary: fc.constant<Decision>({ do: 'completeGone' }) },
  { weight: 1, arbitrary: fc.constant<Decision>({ do: 'cancel' }) },
);

export const behaviour: fc.Arbitrary<Behaviour> = fc.record({
  variables: fc.oneof(
    { weight: 2, arbitrary: fc.constant(GOOD) },
    { weight: 3, arbitrary: dictionary.map((own) => ({ ...GOOD, ...own })) },
    { weight: 1, arbitrary: dictionary },
  ),
  decisions: fc.array(decision, { maxLength: 20, size: 'max' }),
});
