/** DMN texts: ids carry the mark of the run, the names that expressions use do not. */
import { unique, xmlText } from './bpmn.ts';

/** A DMN file named `<id>.dmn`. */
export const dmn = (id: string, ...elements: readonly string[]): { name: string; content: string } => ({
  name: `${id}.dmn`,
  content: `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${unique(id)}" name="${id}" namespace="http://test">
${elements.join('\n')}
</definitions>`,
});

interface DecisionOptions {
  /** Ids of decisions whose results this one uses under those very names. */
  readonly requires?: readonly string[];
  readonly knows?: readonly string[];
  readonly type?: string;
}

const requirement = (kind: string, reference: string, ids: readonly string[] = []): string =>
  ids.map((id) => `<${kind}><${reference} href="#${unique(id)}"/></${kind}>`).join('');

/** A decision; others see its result under its plain id. */
export const decision = (
  id: string,
  logic: string,
  { requires, knows, type }: DecisionOptions = {},
): string =>
  `<decision id="${unique(id)}" name="${id}"><variable name="${id}"${type === undefined ? '' : ` typeRef="${type}"`}/>${requirement('informationRequirement', 'requiredDecision', requires)}${requirement('knowledgeRequirement', 'requiredKnowledge', knows)}${logic}</decision>`;

/** A business knowledge model; expressions call it by its plain name. */
export const knowledge = (
  name: string,
  parameters: readonly (readonly [name: string, type?: string])[],
  logic: string,
): string =>
  `<businessKnowledgeModel id="${unique(name)}" name="${name}"><encapsulatedLogic>${parameters
    .map(([parameter, type]) => `<formalParameter name="${parameter}"${type ? ` typeRef="${type}"` : ''}/>`)
    .join('')}${logic}</encapsulatedLogic></businessKnowledgeModel>`;

const text = (kind: string, content: string): string => `<${kind}><text>${xmlText(content)}</text></${kind}>`;

export const literal = (expression: string): string => text('literalExpression', expression);

export const context = (
  ...entries: readonly (readonly [name: string | undefined, logic: string])[]
): string =>
  `<context>${entries
    .map(
      ([name, logic]) =>
        `<contextEntry>${name === undefined ? '' : `<variable name="${name}"/>`}${logic}</contextEntry>`,
    )
    .join('')}</context>`;

export const invocation = (name: string, bindings: Readonly<Record<string, string>>): string =>
  `<invocation>${literal(name)}${Object.entries(bindings)
    .map(([parameter, value]) => `<binding><parameter name="${parameter}"/>${literal(value)}</binding>`)
    .join('')}</invocation>`;

/** An output column: its name, with allowed values or a default. */
type Output = string | { readonly name: string; readonly values?: string; readonly otherwise?: string };

interface Table {
  readonly policy?: string;
  readonly aggregation?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly Output[];
  /** Tests, then results. */
  readonly rules: readonly (readonly [tests: readonly string[], results: readonly string[]])[];
}

function outputColumn(output: Output, at: number): string {
  const { name, values, otherwise } =
    typeof output === 'string' ? { name: output, values: undefined, otherwise: undefined } : output;
  return `<output id="o${at}" name="${name}">${values === undefined ? '' : text('outputValues', values)}${otherwise === undefined ? '' : text('defaultOutputEntry', otherwise)}</output>`;
}

/** A decision table; its elements have the ids i0, o0, r0 …, its inputs the labels L0 … */
export const table = ({ policy, aggregation, inputs, outputs, rules }: Table): string =>
  `<decisionTable${policy === undefined ? '' : ` hitPolicy="${policy}"`}${aggregation === undefined ? '' : ` aggregation="${aggregation}"`}>${inputs
    .map((input, at) => `<input id="i${at}" label="L${at}">${text('inputExpression', input)}</input>`)
    .join('')}${outputs.map(outputColumn).join('')}${rules
    .map(
      ([tests, results], at) =>
        `<rule id="r${at}">${tests.map((one) => text('inputEntry', one)).join('')}${results.map((one) => text('outputEntry', one)).join('')}</rule>`,
    )
    .join('')}</decisionTable>`;

/** Extension element of a business rule task that calls a decision. */
export const calls = (decisionId: string, result: string): string =>
  `<zeebe:calledDecision decisionId="${decisionId.startsWith('=') ? xmlText(decisionId) : unique(decisionId)}" resultVariable="${result}"/>`;
