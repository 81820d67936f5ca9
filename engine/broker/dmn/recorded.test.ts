/** Compares with what Zeebe 8.5.8 made of each model and answered to EvaluateDecision (recorded over gRPC). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../feel/index.ts';
import { evaluateDecision, parseDmn, resultJson } from './index.ts';
import type { Audit } from './model.ts';

interface Evaluated {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly output: string;
  readonly inputs: readonly unknown[];
  readonly rules: readonly unknown[];
}
interface Asked {
  readonly decision: string;
  readonly variables: object;
  readonly output?: string;
  readonly failed?: string;
  readonly failure?: string;
  readonly evaluated: readonly Evaluated[];
}
interface Recorded {
  readonly name: string;
  readonly xml: string;
  readonly refused?: string;
  readonly asked?: readonly Asked[];
}

const cases = readFileSync(new URL('./recorded/decisions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

/** Texts of Java's own and the parser's list of what it expected are not compared. */
const comparable = (message: string): string[] =>
  message.split('\n').map((line) =>
    line
      .replace(/(failed to parse expression '[^']*'): Expected.*/, '$1')
      .replace(/Impl@[0-9a-f]+/, 'Impl')
      .replace(/.*cannot be cast.*/, '(a Java text)'),
  );

const evaluatedOf = ({ id, name, type, value, inputs, matchedRules }: Audit): Evaluated => ({
  id,
  name,
  type,
  output: resultJson(value),
  inputs: inputs.map((input) => [input.inputId, input.inputName, resultJson(input.value)]),
  rules: matchedRules.map((rule) => [
    rule.ruleId,
    rule.ruleIndex,
    rule.outputs.map(({ outputId, outputName, value: output }) => [outputId, outputName, resultJson(output)]),
  ]),
});

/** The order of more than four entries of a computed context is not defined. */
const parsed = (evaluated: readonly Evaluated[]): unknown =>
  evaluated.map(({ id, name, type, output, inputs, rules }) => ({
    id,
    name,
    type,
    output: JSON.parse(output),
    inputs,
    rules,
  }));

/** Refused by Zeebe, but right by the DMN standard, and read here (`f()(1)`, `[1..5]` as a value). */
const WIDER: ReadonlySet<string> = new Set(['knowledge context with function', 'knowledge as value']);

const now = (): Date => new Date('2024-03-10T04:05:06.789Z');

describe('decisions as Zeebe evaluates them', () => {
  it.each(cases.map((recorded): [string, Recorded] => [recorded.name, recorded]))('%s', (_name, recorded) => {
    const result = parseDmn(Buffer.from(recorded.xml));
    if (WIDER.has(recorded.name)) {
      expect(result.ok).toBe(true);
      return;
    }
    if (recorded.refused !== undefined) {
      expect(result.ok ? 'accepted' : comparable(result.message)).toEqual(comparable(recorded.refused));
      return;
    }
    if (!result.ok) throw new Error(result.message);
    for (const asked of recorded.asked ?? []) {
      const decision = result.graph.byId.get(asked.decision);
      if (!decision) throw new Error(`no decision ${asked.decision}`);
      const variables = parseDocument(JSON.stringify(asked.variables));
      const evaluation = evaluateDecision(decision, (name) => variables.get(name), now);
      expect(parsed(evaluation.audits.map(evaluatedOf))).toEqual(parsed(asked.evaluated));
      if (evaluation.ok) {
        expect(asked.failure).toBeUndefined();
        expect(JSON.parse(resultJson(evaluation.value))).toEqual(JSON.parse(asked.output ?? ''));
        continue;
      }
      expect(`Expected to evaluate decision '${asked.decision}', but ${evaluation.failure}`).toBe(
        asked.failure,
      );
      expect(evaluation.audits.at(-1)?.id).toBe(asked.failed);
    }
  });
});
