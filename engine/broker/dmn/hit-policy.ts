/** What a decision table makes of the rules that matched: hit policies and aggregations. */
import { add, compareNumbers, type FeelNumber, isNumber } from '../feel/number.ts';
import { context, display, equals, isContext, isList, type Value } from '../feel/values.ts';
import { DecisionFailure } from './model.ts';

/** Outputs of a matched rule by name; a missing name is `null`, as messages show it. */
export type Outputs = ReadonlyMap<string, Value>;

export interface OutputPriorities {
  readonly name: string;
  /** Rank of each allowed value by its text. */
  readonly ranks: ReadonlyMap<string, number>;
}

export type HitPolicy = (hits: readonly Outputs[]) => Value;

const single = (hit: Outputs): Value => {
  const [first = null] = hit.values();
  return hit.size === 1 ? first : context(hit);
};

const multiple = (hits: readonly Outputs[]): Value => hits.map(single);

/** `List(Map(r -> "low"), Map(r -> "high"))` */
const shown = (hits: readonly Outputs[]): string =>
  `List(${hits.map((hit) => `Map(${[...hit].map(([name, value]) => `${name} -> ${display(value)}`).join(', ')})`).join(', ')})`;

/** Two contexts are never the same, however alike: so the reference engine has it. */
function same(a: Value, b: Value): boolean {
  if (isContext(a)) return a === b;
  if (!isList(a) || !isList(b)) return a === b || equals(a, b) === true;
  return a.length === b.length && a.every((item, at) => same(item, b[at] ?? null));
}
const sameHit = (a: Outputs, b: Outputs): boolean =>
  a.size === b.size && [...a].every(([name, value]) => same(value, b.get(name) ?? null));

function unique(hits: readonly Outputs[]): Value {
  const [first] = hits;
  if (first && hits.length === 1) return single(first);
  throw new DecisionFailure(`multiple values aren't allowed for UNIQUE hit policy. found: '${shown(hits)}'`);
}

function any(hits: readonly Outputs[]): Value {
  const distinct = hits.filter((hit, index) => hits.findIndex((other) => sameHit(other, hit)) === index);
  const [first] = distinct;
  if (first && distinct.length === 1) return single(first);
  throw new DecisionFailure(
    `different values aren't allowed for ANY hit policy. found: '${shown(distinct)}'`,
  );
}

const rankText = (value: Value): string =>
  typeof value === 'string' ? value : isNumber(value) ? display(value) : '\0';

/** Ranks as one text per hit, compared as texts: `_`, for what has no rank, comes last. */
function byPriority(hits: readonly Outputs[], priorities: readonly OutputPriorities[]): Outputs[] {
  const sortKey = (hit: Outputs): string =>
    priorities.map(({ name, ranks }) => ranks.get(rankText(hit.get(name) ?? null)) ?? '_').join('');
  return hits
    .map((hit) => ({ hit, key: sortKey(hit) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ hit }) => hit);
}

function numbers(hits: readonly Outputs[]): FeelNumber[] {
  return hits.map((hit) => {
    const [value = null] = hit.values();
    if (isNumber(value)) return value;
    throw new DecisionFailure(`expected number but found '${display(value)}'`);
  });
}

const extreme =
  (direction: 1 | -1): HitPolicy =>
  (hits) =>
    numbers(hits).reduce((best, one) => (compareNumbers(one, best) * direction > 0 ? one : best));

const AGGREGATIONS: Readonly<Record<string, HitPolicy>> = {
  MIN: extreme(-1),
  MAX: extreme(1),
  SUM: (hits) => numbers(hits).reduce((sum, one) => add(sum, one)),
  COUNT: (hits) => hits.length,
};

/** Applies to at least one hit; tables without a hit never get here. */
export function hitPolicyOf(
  policy: string,
  aggregation: string | undefined,
  priorities: readonly OutputPriorities[],
): HitPolicy {
  switch (policy) {
    case 'FIRST':
      return ([first]) => (first ? single(first) : null);
    case 'ANY':
      return any;
    case 'PRIORITY':
      return (hits) => {
        const [first] = byPriority(hits, priorities);
        return first ? single(first) : null;
      };
    case 'OUTPUT ORDER':
      return (hits) => multiple(byPriority(hits, priorities));
    case 'RULE ORDER':
      return multiple;
    case 'COLLECT':
      return AGGREGATIONS[aggregation ?? ''] ?? multiple;
    default:
      return unique;
  }
}
