/** What the DMN standard allows and Zeebe 8.5 refuses (README, "Wider than Zeebe"). */
import { expect, test } from 'vitest';
import { parseDocument } from '../feel/index.ts';
import { evaluateDecision, parseDmn, resultJson } from './index.ts';
import { decision, definitions, literal, table } from './testing/dmn.ts';

function evaluate(body: string, variables: object = {}, id = 'd'): unknown {
  const result = parseDmn(Buffer.from(definitions('drg', body)));
  if (!result.ok) throw new Error(result.message);
  const found = result.graph.byId.get(id);
  if (!found) throw new Error(`no decision ${id}`);
  const document = parseDocument(JSON.stringify(variables));
  const evaluation = evaluateDecision(
    found,
    (name) => document.get(name),
    () => new Date(0),
  );
  if (!evaluation.ok) throw new Error(evaluation.failure);
  return JSON.parse(resultJson(evaluation.value));
}
const feel = (text: string, variables: object = {}): unknown =>
  evaluate(decision('d', literal(text)), variables);

test('names with blanks and signs', () => {
  const inputs = '<inputData id="a" name="Monthly Salary"/><inputData id="b" name="pre-bureau risk"/>';
  const variables = { 'Monthly Salary': 10, 'pre-bureau risk': { 'a b': 2 } };
  expect(evaluate(inputs + decision('d', literal('12 * Monthly  Salary - 1')), variables)).toBe(119);
  expect(evaluate(inputs + decision('d', literal('pre-bureau risk')), variables)).toEqual({ 'a b': 2 });
  const cell = table(['Monthly Salary'], ['r'], [[['< Monthly Salary + 1'], ['"less"']]]);
  expect(evaluate(inputs + decision('d', cell), variables)).toBe('less');
});

test.each([
  ['[1..10] = [1..10]', true],
  ['[1..10] = (1..10]', false],
  ['[1..10].start included', true],
  ['(>=10).start included', true],
  ['(=10) = (=10)', true],
  ['10 in =10', true],
  ['10 in (!=10)', false],
  ['1.5e3', 1500],
  ['[1, 2] instance of list<number>', true],
  ['{a: 1} instance of context<a: string>', false],
  ['[1..2] instance of range<number>', true],
  ['function(a: number) a + 1', null],
  ['(function(a: number) a + 1)(2)', 3],
  ['(function(a: number) a + 1)("2")', null],
  ['for i in [1..3] return i * 2', [2, 4, 6]],
  ['for i in [3..1] return i', null],
  ['10 * [1..10]', null],
  ['is(@"10:00:00Z", @"11:00:00+01:00")', false],
  ['list replace([1, 2, 3], -1, 4)', [1, 2, 4]],
  ['list replace([1, 5], function(item, newItem) item < newItem, 3)', [3, 5]],
  ['2 in range("[1..3]")', true],
  ['range("[3..1]")', null],
])('%s', (text, wanted) => {
  expect(feel(text)).toEqual(wanted);
});

const part = (name: string, text: string): string => `<${name}>${literal(text)}</${name}>`;
test.each([
  ['conditional', '', part('if', 'x > 1') + part('then', '"more"') + part('else', '"less"'), 'more'],
  ['filter', '', part('in', '[1, 2, 3]') + part('match', 'item >= x'), [2, 3]],
  ['for', 'iteratorVariable="i"', part('in', '[1, 2]') + part('return', 'i * x'), [2, 4]],
  ['some', 'iteratorVariable="i"', part('in', '[1, 2]') + part('satisfies', 'i = x'), true],
  ['every', 'iteratorVariable="i"', part('in', '[1, 2]') + part('satisfies', 'i = x'), false],
])('boxed %s', (name, attributes, parts, wanted) => {
  expect(evaluate(decision('d', `<${name} ${attributes}>${parts}</${name}>`), { x: 2 })).toEqual(wanted);
});

test('a decision service is a function; its input decisions are parameters', () => {
  const service =
    '<decisionService id="s" name="s"><variable name="s"/><outputDecision href="#out"/><inputDecision href="#in"/></decisionService>';
  const out = decision('out', literal('in1 + 1')).replace(
    '/>',
    '/><informationRequirement><requiredDecision href="#in"/></informationRequirement>',
  );
  const input = `<decision id="in" name="in"><variable name="in1"/>${literal('100')}</decision>`;
  const caller = decision('d', literal('s(1)')).replace(
    '/>',
    '/><knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>',
  );
  expect(evaluate(service + input + out + caller)).toBe(2);
  expect(evaluate(service + input + out + caller, {}, 'out')).toBe(101);
});

test('any logic in a binding; the 1.5 FEEL URI; a name for a missing id', () => {
  const model = `<businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n"/>${literal('count(n)')}</encapsulatedLogic></businessKnowledgeModel>`;
  const invocation = `<invocation>${literal('f')}<binding><parameter name="n"/><list>${literal('1')}${literal('2')}</list></binding></invocation>`;
  const calling = decision('d', invocation).replace(
    '/>',
    '/><knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>',
  );
  expect(evaluate(model + calling)).toBe(2);
  const uri = 'expressionLanguage="https://www.omg.org/spec/DMN/20230324/FEEL/"';
  expect(
    evaluate(decision('d', literal('1')).replace('<literalExpression', `<literalExpression ${uri}`)),
  ).toBe(1);
  expect(evaluate(`<decision name="nameless">${literal('1')}</decision>`, {}, 'nameless')).toBe(1);
});
