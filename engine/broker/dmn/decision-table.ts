/** Decision tables. */
import type { XmlElement } from '../deploy/xml.ts';
import type { Scope } from '../feel/runtime.ts';
import { context, display, type Value } from '../feel/values.ts';
import type { Expression, Expressions, UnaryTests } from './expressions.ts';
import { hitPolicyOf, type OutputPriorities, type Outputs } from './hit-policy.ts';
import { DecisionFailure, type Logic, type MatchedRule, type Run } from './model.ts';
import { attribute, child, children, textOf } from './xml.ts';

interface Output {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly fallback: Expression | undefined;
}
interface Rule {
  readonly id: string;
  readonly index: number;
  readonly tests: readonly UnaryTests[];
  readonly outputs: readonly { readonly name: string; readonly value: Expression }[];
}

/** Texts of the allowed values, quotes taken off. */
function prioritiesOf(name: string, output: XmlElement): OutputPriorities {
  const values = textOf(child(output, 'outputValues'))?.split(',') ?? [];
  const texts = values.map((value) => value.trim().replaceAll(/["']/g, ''));
  return { name, ranks: new Map(texts.map((text, rank) => [text, rank])) };
}

function outputsOf(elements: readonly XmlElement[], expressions: Expressions): Output[] {
  return elements.map((element) => {
    const fallback = child(element, 'defaultOutputEntry');
    return {
      id: attribute(element, 'id') ?? '',
      name: attribute(element, 'name') ?? 'null',
      label: attribute(element, 'label') ?? attribute(element, 'name') ?? '',
      fallback: fallback && expressions.expression(fallback),
    };
  });
}

function rulesOf(table: XmlElement, outputs: readonly Output[], expressions: Expressions): Rule[] {
  return children(table, 'rule').map((rule, index) => {
    const tests = children(rule, 'inputEntry').map(expressions.unaryTests);
    const entries = children(rule, 'outputEntry').map(expressions.expression);
    return {
      id: attribute(rule, 'id') ?? '',
      index: index + 1,
      tests,
      outputs: entries
        .slice(0, outputs.length)
        .map((value, at) => ({ name: outputs[at]?.name ?? '', value })),
    };
  });
}

/** Compiles a decision table. */
export function compileTable(table: XmlElement, expressions: Expressions): Logic {
  const policy = attribute(table, 'hitPolicy') ?? 'UNIQUE';
  const aggregation = attribute(table, 'aggregation');
  const outputElements = children(table, 'output');
  if (outputElements.length > 1) {
    if (policy === 'COLLECT' && aggregation !== undefined) {
      expressions.fail("hit policy 'COLLECT' with aggregator is not defined for compound output");
    }
    for (const output of outputElements) {
      if (attribute(output, 'name') !== undefined) continue;
      expressions.fail(`no output name defined for \`${attribute(output, 'label') ?? 'null'}\``);
    }
  }
  const inputs = children(table, 'input').map((input) => {
    const expression = child(input, 'inputExpression');
    return {
      inputId: attribute(input, 'id') ?? '',
      inputName: attribute(input, 'label') ?? textOf(expression) ?? '',
      value: expression ? expressions.expression(expression) : () => null,
    };
  });
  const outputs = outputsOf(outputElements, expressions);
  const rules = rulesOf(table, outputs, expressions);
  const priorities = outputElements.map((element) =>
    prioritiesOf(attribute(element, 'name') ?? 'null', element),
  );
  const apply = hitPolicyOf(policy, aggregation, priorities);

  return (scope, run, trace) => {
    const values = inputs.map(({ value }) => value(scope, run));
    if (trace) trace.inputs = inputs.map((input, at) => ({ ...input, value: values[at] ?? null }));
    const matching = rules.filter((rule) => isMet(rule, values, scope, run));
    if (matching.length === 0) return fallbackOf(outputs, scope, run);
    const hits = policy === 'FIRST' ? matching.slice(0, 1) : matching;
    const results = hits.map((rule) => rule.outputs.map(({ value }) => value(scope, run)));
    if (trace) trace.matchedRules = hits.map((rule, at) => matchedRule(rule, outputs, results[at] ?? []));
    return apply(hits.map((rule, at) => named(rule, results[at] ?? [])));
  };
}

function isMet(rule: Rule, values: readonly Value[], scope: Scope, run: Run): boolean {
  run.env.spend(1);
  return values.every((value, at) => {
    const result = rule.tests[at]?.(value, scope, run) ?? null;
    if (rule.tests[at] === undefined || result === true) return true;
    if (result === false || result === null) return false;
    throw new DecisionFailure(`input entry must return true, false, or null, but found '${display(result)}'`);
  });
}

const named = (rule: Rule, values: readonly Value[]): Outputs =>
  new Map(rule.outputs.map(({ name }, at) => [name, values[at] ?? null]));

const matchedRule = (rule: Rule, outputs: readonly Output[], values: readonly Value[]): MatchedRule => ({
  ruleId: rule.id,
  ruleIndex: rule.index,
  outputs: values.map((value, at) => ({
    outputId: outputs[at]?.id ?? '',
    outputName: outputs[at]?.label ?? '',
    value,
  })),
});

/** Default outputs; a single one stands for itself. */
function fallbackOf(outputs: readonly Output[], scope: Scope, run: Run): Value {
  const values = new Map<string, Value>();
  for (const { name, fallback } of outputs) if (fallback) values.set(name, fallback(scope, run));
  const [first = null] = values.values();
  return values.size > 1 ? context(values) : first;
}
