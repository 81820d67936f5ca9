/** The report: every scenario with its result on each engine. */
import type { NamedScenario } from './load.ts';
import type { Outcome } from './run.ts';

export interface EngineRun {
  /** What the reader calls it, e.g. `embedded` or `Zeebe 8.5.8`. */
  readonly engine: string;
  readonly outcomes: readonly Outcome[];
  /** Wall clock. */
  readonly ms: number;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export const failures = (run: EngineRun): readonly Outcome[] => run.outcomes.filter(({ passed }) => !passed);

/** One line per engine. */
export const summary = (run: EngineRun): string =>
  `${run.engine}: ${run.outcomes.length - failures(run).length} passed, ${failures(run).length} failed (${(run.ms / 1000).toFixed(1)} s)`;

/** Markdown: a table of all, then what failed and why. */
export function markdown(scenarios: readonly NamedScenario[], runs: readonly EngineRun[]): string {
  const result = (run: EngineRun, name: string): string => {
    const outcome = run.outcomes.find((each) => each.name === name);
    if (!outcome) return '–';
    return `${outcome.passed ? 'ok' : '**FAILED**'} ${outcome.ms} ms`;
  };
  const rows = scenarios.map(
    ({ name, title }) => `| ${name} | ${cell(title)} | ${runs.map((run) => result(run, name)).join(' | ')} |`,
  );
  const reasons = runs.flatMap((run) =>
    failures(run).map(({ name, reason }) => `### ${name} on ${run.engine}\n\`\`\`\n${reason}\n\`\`\``),
  );
  return [
    '# Conformance',
    ...runs.map((run) => `- ${summary(run)}`),
    '',
    `| scenario | behaviour | ${runs.map(({ engine }) => engine).join(' | ')} |`,
    `|---|---|${runs.map(() => '---|').join('')}`,
    ...rows,
    ...(reasons.length ? ['', '## What failed', ...reasons] : []),
    '',
  ].join('\n');
}

/** The same for machines. */
export const json = (scenarios: readonly NamedScenario[], runs: readonly EngineRun[]): string =>
  `${JSON.stringify(
    {
      engines: runs.map(({ engine, ms, outcomes }) => ({
        engine,
        ms,
        passed: outcomes.filter(({ passed }) => passed).length,
        failed: outcomes.filter(({ passed }) => !passed).length,
      })),
      scenarios: scenarios.map(({ name, title, rule }) => ({
        name,
        title,
        rule,
        results: Object.fromEntries(
          runs.map(({ engine, outcomes }) => [engine, outcomes.find((each) => each.name === name)]),
        ),
      })),
    },
    undefined,
    1,
  )}\n`;
