/** Models that mean harm: bounded time and memory, a reason in the answer. */
import { expect, test } from 'vitest';
import { type DecisionEvaluation, evaluateDecision, parseDmn } from './index.ts';
import { decision, definitions, literal } from './testing/dmn.ts';

function evaluate(body: string, id: string): DecisionEvaluation {
  const result = parseDmn(Buffer.from(definitions('drg', body)));
  const found = result.ok ? result.graph.byId.get(id) : undefined;
  if (!found) throw new Error(result.ok ? 'no such decision' : result.message);
  return evaluateDecision(
    found,
    () => undefined,
    () => new Date(0),
  );
}

const requiring = (
  id: string,
  kind: 'Decision' | 'Knowledge',
  ids: readonly string[],
  logic: string,
): string => {
  const holder = kind === 'Decision' ? 'informationRequirement' : 'knowledgeRequirement';
  const links = ids.map((one) => `<${holder}><required${kind} href="#${one}"/></${holder}>`).join('');
  return decision(id, logic).replace('/>', `/>${links}`);
};

test('a graph whose paths multiply ends', () => {
  const layers = Array.from({ length: 30 }, (_, at) => {
    const below = at === 0 ? [] : [`a${at - 1}`, `b${at - 1}`];
    return `${requiring(`a${at}`, 'Decision', below, literal('1'))}${requiring(`b${at}`, 'Decision', below, literal('1'))}`;
  });
  const result = evaluate(layers.join(''), 'a29');
  expect(result).toMatchObject({ ok: false, failure: expect.stringContaining('more than 1000000 steps') });
});

test('knowledge models whose paths multiply end', () => {
  const model = (id: string, needs: readonly string[]): string =>
    `<businessKnowledgeModel id="${id}" name="${id}"><encapsulatedLogic>${literal('1')}</encapsulatedLogic>${needs
      .map((need) => `<knowledgeRequirement><requiredKnowledge href="#${need}"/></knowledgeRequirement>`)
      .join('')}</businessKnowledgeModel>`;
  const layers = Array.from({ length: 30 }, (_, at) => {
    const below = at === 0 ? [] : [`a${at - 1}`, `b${at - 1}`];
    return model(`a${at}`, below) + model(`b${at}`, below);
  });
  const result = evaluate(`${layers.join('')}${requiring('d', 'Knowledge', ['a29'], literal('1'))}`, 'd');
  expect(result).toMatchObject({ ok: false, failure: expect.stringContaining('more than 1000000 steps') });
});

test('a very long chain of decisions is evaluated, or fails with a reason', () => {
  const chain = Array.from({ length: 8_000 }, (_, at) =>
    requiring(`d${at}`, 'Decision', at === 0 ? [] : [`d${at - 1}`], literal('1')),
  );
  const result = evaluate(chain.join(''), 'd7999');
  if (!result.ok) expect(result.failure).toContain('nested too deeply');
});

test('endless recursion of a function ends', () => {
  const service =
    '<decisionService id="s" name="s"><variable name="s"/><outputDecision href="#d"/></decisionService>';
  const result = evaluate(`${service}${requiring('d', 'Knowledge', ['s'], literal('s()'))}`, 'd');
  expect(result.ok).toBe(true);
});

test('many long names in many texts are read in bounded time', () => {
  const names = Array.from({ length: 2_000 }, (_, at) => `<inputData id="i${at}" name="name ${at}"/>`);
  const decisions = Array.from({ length: 2_000 }, (_, at) =>
    decision(`d${at}`, literal(`name ${at} + name 1`)),
  );
  const begin = performance.now();
  parseDmn(Buffer.from(definitions('drg', `${names.join('')}${decisions.join('')}`)));
  expect(performance.now() - begin).toBeLessThan(10_000);
});

test('a deeply nested file and an entity bomb are refused', () => {
  const deep = `${'<context><contextEntry>'.repeat(2000)}${'</contextEntry></context>'.repeat(2000)}`;
  expect(parseDmn(Buffer.from(definitions('drg', decision('d', deep)))).ok).toBe(false);
  const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y "&x;&x;&x;">]>';
  expect(parseDmn(Buffer.from(bomb + definitions('drg', decision('d', literal('1'))))).ok).toBe(false);
});
