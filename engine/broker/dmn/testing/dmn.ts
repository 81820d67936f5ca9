/** Small DMN texts for tests. */

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A DMN file. */
export const definitions = (id: string, body: string): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${id}" name="${id} name" namespace="http://test">${body}</definitions>`;

export const decision = (id: string, logic: string): string =>
  `<decision id="${id}" name="${id} name"><variable name="${id}"/>${logic}</decision>`;

export const literal = (text: string): string =>
  `<literalExpression><text>${escaped(text)}</text></literalExpression>`;

const entry = (kind: string, text: string): string => `<${kind}><text>${escaped(text)}</text></${kind}>`;

/** A decision table; inputs are labelled `L0`, `L1`, … */
export const table = (
  inputs: readonly string[],
  outputs: readonly string[],
  rules: readonly (readonly [tests: readonly string[], results: readonly string[]])[],
  attributes = '',
): string =>
  `<decisionTable ${attributes}>${inputs
    .map((text, at) => `<input id="i${at}" label="L${at}">${entry('inputExpression', text)}</input>`)
    .join('')}${outputs.map((name, at) => `<output id="o${at}" name="${name}"/>`).join('')}${rules
    .map(
      ([tests, results]) =>
        `<rule>${tests.map((text) => entry('inputEntry', text)).join('')}${results.map((text) => entry('outputEntry', text)).join('')}</rule>`,
    )
    .join('')}</decisionTable>`;
