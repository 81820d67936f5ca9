/** What a run of the suite shows: totals by level and manner, results by model, differences between two engines. */
import type { Manner, Result } from './run.ts';

interface Count {
  readonly all: number;
  readonly right: number;
  readonly refused: number;
}

const count = (results: readonly Result[]): Count => ({
  all: results.length,
  right: results.filter(({ right }) => right).length,
  refused: results.filter(({ refused }) => refused !== undefined).length,
});

const MANNERS: Readonly<Record<Manner, string>> = {
  whole: 'whole models',
  alone: 'each decision alone',
};
const LEVELS = [2, 3] as const;

const line = (label: string, { all, right, refused }: Count): string =>
  `${label}: ${right} of ${all} right, ${all - right - refused} otherwise, ${refused} in models that are refused`;

/** Totals, one line each. */
export function totals(name: string, results: readonly Result[]): string[] {
  return (Object.keys(MANNERS) as Manner[]).flatMap((manner) => {
    const own = results.filter((result) => result.manner === manner);
    if (own.length === 0) return [];
    const byLevel = LEVELS.map((level) =>
      line(`  level ${level}`, count(own.filter((result) => result.level === level))),
    );
    return [line(`${name}, ${MANNERS[manner]}`, count(own)), ...byLevel];
  });
}

const keyOf = ({ manner, id }: Result): string => `${manner} ${id}`;
const answerOf = ({ output, failure, refused }: Result): string =>
  refused !== undefined
    ? `refused: ${refused.replace(/\s+/g, ' ').slice(0, 160)}`
    : failure !== undefined
      ? `failed: ${failure.replace(/^Expected to evaluate decision '.*?', but /, '')}`
      : (output ?? '');

export interface Difference {
  readonly manner: Manner;
  readonly id: string;
  readonly ours: string;
  readonly theirs: string;
  readonly right: boolean;
  readonly theirsRight: boolean;
}

const sameJson = (a: string, b: string): boolean => {
  const sorted = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value;
  return JSON.stringify(JSON.parse(a), sorted) === JSON.stringify(JSON.parse(b), sorted);
};

function same(a: Result, b: Result): boolean {
  if (a.refused !== undefined || b.refused !== undefined)
    return a.refused !== undefined && b.refused !== undefined;
  if (a.output !== undefined && b.output !== undefined) return sameJson(a.output, b.output);
  return answerOf(a) === answerOf(b);
}

/** Results in which two engines differ. */
export function differences(ours: readonly Result[], theirs: readonly Result[]): Difference[] {
  const others = new Map(theirs.map((result) => [keyOf(result), result]));
  return ours.flatMap((result) => {
    const other = others.get(keyOf(result));
    if (!other || same(result, other)) return [];
    const { manner, id, right } = result;
    return [{ manner, id, ours: answerOf(result), theirs: answerOf(other), right, theirsRight: other.right }];
  });
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The whole report as Markdown. */
export function markdown(
  name: string,
  results: readonly Result[],
  other?: { readonly name: string; readonly results: readonly Result[] },
): string {
  const wrong = results.filter(({ right, manner }) => !right && manner === 'alone');
  const parts = [
    '# DMN TCK',
    ...totals(name, results),
    ...(other ? totals(other.name, other.results) : []),
    `## Not as the suite wants it, each decision alone (${wrong.length})`,
    ...wrong.map((result) => `- ${result.id}: ${answerOf(result)}`),
  ];
  if (other) {
    const found = differences(results, other.results);
    const worse = found.filter(({ right, theirsRight }) => theirsRight && !right);
    parts.push(
      `## Right on ${other.name}, wrong here (${worse.length})`,
      ...worse.map(
        ({ manner, id, ours, theirs }) => `- ${MANNERS[manner]}, ${id}: ${ours} instead of ${theirs}`,
      ),
      `## Different answers (${found.length})`,
      `| manner | result | here | ${other.name} |`,
      '|---|---|---|---|',
      ...found.map(
        ({ manner, id, ours, theirs }) => `| ${manner} | ${cell(id)} | ${cell(ours)} | ${cell(theirs)} |`,
      ),
    );
  }
  return `${parts.join('\n')}\n`;
}
