/** Parser of FEEL as Camunda 8 reads it: precedence climbing, alternatives with memory so that every input is read in linear-ish time. */
import {
  freeKeyAt,
  nameAt,
  numberAt,
  quotedNameAt,
  skipBlanks,
  spacedNameAt,
  unescapeText,
} from './lexer.ts';
import { parseNumber } from './number.ts';
import { createReader } from './reader.ts';
import { createStandard, type KnownNames } from './standard.ts';
import type {
  Arguments,
  ArithmeticOperator,
  ComparisonOperator,
  Iterator,
  Node,
  RangeNode,
} from './syntax.ts';

/** Thrown when the text is no expression: what was expected at offset `at`. */
export class SyntaxFailure extends Error {
  readonly at: number;
  constructor(expected: string, at: number) {
    super(expected);
    this.at = at;
  }
}

const START = 'start-of-input | ifOp | forOp | quantifiedOp | disjunction';
const CONTINUATION = 'binaryComparison | between | instanceOf | in | "and" | "or" | end-of-input';
const TEMPORAL = ['duration', 'date and time', 'date', 'time'] as const;
const RESERVED_FUNCTIONS = ['and', 'or', 'date and time', 'years and months duration', 'get or else'];
const SPECIAL_TYPES = ['years and months duration', 'days and time duration', 'date and time', 'function'];
const POWER: Record<ArithmeticOperator, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '**': 3 };

/** An expression as the DMN standard allows it: for texts that Camunda's dialect refuses. @throws SyntaxFailure */
export function parseStandardExpression(source: string, names: KnownNames): Node {
  const parser = createParser(source, names);
  return parser.whole(parser.expression);
}

/** Unary tests likewise. @throws SyntaxFailure */
export function parseStandardUnaryTests(source: string, names: KnownNames): Node {
  const parser = createParser(source, names);
  return parser.whole(parser.unaryTests);
}

/** Parses an expression (`x > 5`). @throws SyntaxFailure */
export function parseExpression(source: string): Node {
  const parser = createParser(source);
  return parser.whole(parser.expression);
}

/** Parses unary tests as in a decision table's cell (`< 5`, `[1..3], 7`, `not("a")`, `-`). @throws SyntaxFailure */
export function parseUnaryTests(source: string): Node {
  const parser = createParser(source);
  return parser.whole(parser.unaryTests);
}

interface Parser {
  readonly expression: () => Node;
  readonly unaryTests: () => Node;
  readonly whole: (rule: () => Node) => Node;
}

function createParser(source: string, names?: KnownNames): Parser {
  const reader = createReader(source, (at) => names?.longNameAt(source, at));
  const standard =
    names &&
    createStandard(source, reader, { expression: () => expression(), arithmetic: () => arithmetic(), range });
  const {
    cursor,
    fail,
    attempt,
    remembered,
    blanks,
    symbolIs,
    take,
    expect,
    takeWord,
    expectWord,
    takePhrase,
    takeString,
    takeName,
    expectName,
    takeProperty,
    separated,
  } = reader;

  const expression: () => Node = remembered(() => {
    const word = nameAt(source, blanks());
    const special =
      word === 'if'
        ? conditional
        : word === 'for'
          ? forLoop
          : word === 'some' || word === 'every'
            ? quantified
            : undefined;
    return (special && attempt(special)) ?? disjunction();
  });

  function conditional(): Node {
    expectWord('if');
    const condition = expression();
    expectWord('then');
    const consequent = expression();
    expectWord('else');
    return { type: 'if', condition, consequent, alternative: expression() };
  }

  function forLoop(): Node {
    expectWord('for');
    const iterators = separated(iterator, ',');
    expectWord('return');
    return { type: 'for', iterators, body: expression() };
  }

  function quantified(): Node {
    const every = takeWord('every');
    if (!every) expectWord('some');
    const iterators = separated(iterator, ',');
    expectWord('satisfies');
    return { type: 'quantified', every, iterators, condition: expression() };
  }

  function iterator(): Iterator {
    const name = expectName();
    expectWord('in');
    return { name, list: attempt(steps) ?? standard?.rangeSteps() ?? value() };
  }

  function steps(): Node {
    const start = arithmetic();
    expect('..');
    return { type: 'steps', start, end: arithmetic() };
  }

  /** `operand (word operand)*`; a word without an operand behind it is left unread. */
  function chain(word: string, operand: () => Node, join: (left: Node, right: Node) => Node): Node {
    let left = operand();
    for (;;) {
      const start = cursor.position;
      const right = takeWord(word) ? attempt(operand) : undefined;
      if (right === undefined) {
        cursor.position = start;
        return left;
      }
      left = join(left, right);
    }
  }

  const disjunction = (): Node =>
    chain('or', conjunction, (left, right) => ({ type: 'or', operands: [left, right] }));

  const conjunction = (): Node =>
    chain('and', comparison, (left, right) => ({ type: 'and', operands: [left, right] }));

  function comparison(): Node {
    const left = attempt(arithmetic);
    if (left === undefined) return attempt(simpleUnaryTest) ?? fail();
    return attempt(() => comparisonTail(left)) ?? left;
  }

  function comparisonTail(left: Node): Node {
    const operator = takeComparison();
    if (operator === '!=') {
      return { type: 'not', operand: { type: 'comparison', operator: '=', left, right: arithmetic() } };
    }
    if (operator) return { type: 'comparison', operator, left, right: arithmetic() };
    if (takeWord('between')) {
      const low = arithmetic();
      expectWord('and');
      const high = arithmetic();
      return {
        type: 'and',
        operands: [
          { type: 'comparison', operator: '>=', left, right: low },
          { type: 'comparison', operator: '<=', left, right: high },
        ],
      };
    }
    if (takeWord('instance')) {
      expectWord('of');
      const test = standard?.type();
      if (test) return { type: 'instance of type', value: left, test };
      const special = SPECIAL_TYPES.find(takePhrase);
      return { type: 'instance of', value: left, typeName: special ?? qualifiedName().join('.') };
    }
    expectWord('in');
    const bracketed = attempt(() => {
      expect('(');
      const tests = positiveUnaryTests();
      expect(')');
      return tests;
    });
    return { type: 'in', value: left, test: bracketed ?? positiveUnaryTest() };
  }

  function takeComparison(): ComparisonOperator | '!=' | undefined {
    return (['<=', '>=', '<', '>', '!=', '='] as const).find(take);
  }

  const arithmetic: () => Node = remembered(() => climb(1));

  function climb(minimum: number): Node {
    let left = negation();
    for (;;) {
      const start = blanks();
      const operator = (['**', '*', '/', '+', '-'] as const).find((symbol) =>
        source.startsWith(symbol, start),
      );
      if (!operator || POWER[operator] < minimum) return left;
      cursor.position = start + operator.length;
      const right = attempt(() => climb(POWER[operator] + 1));
      if (right === undefined) {
        cursor.position = start;
        return left;
      }
      left = { type: 'arithmetic', operator, left, right };
    }
  }

  function negation(): Node {
    return take('-') ? { type: 'negate', operand: value() } : value();
  }

  function value(): Node {
    let node = terminal();
    for (;;) {
      const start = cursor.position;
      const key = take('.') ? takeProperty() : undefined;
      if (key !== undefined) {
        node = { type: 'path', target: node, key };
        continue;
      }
      cursor.position = start;
      if (standard && symbolIs('(')) {
        node = { type: 'call value', target: node, args: argumentList() };
        continue;
      }
      const list = node;
      const filtered = symbolIs('[') ? attempt((): Node => filterOf(list)) : undefined;
      if (!filtered) {
        cursor.position = start;
        return node;
      }
      node = filtered;
    }
  }

  function filterOf(list: Node): Node {
    expect('[');
    const filter = expression();
    expect(']');
    return { type: 'filter', list, filter };
  }

  function terminal(): Node {
    return (
      attempt(temporal) ??
      attempt(invocation) ??
      attempt(variable) ??
      attempt(literal) ??
      attempt(functionDefinition) ??
      standard?.rangeValue() ??
      parenthesised()
    );
  }

  function parenthesised(): Node {
    expect('(');
    const inner = expression();
    expect(')');
    return inner;
  }

  function temporal(): Node {
    if (take('@')) return { type: 'temporal', form: '@', text: temporalText() };
    const name = TEMPORAL.find(takePhrase) ?? fail();
    expect('(');
    const text = temporalText();
    expect(')');
    return { type: 'temporal', form: name, text };
  }

  const temporalText = (): string => (takeString() ?? fail()).slice(1, -1);

  function invocation(): Node {
    const at = blanks();
    const spaced = spacedNameAt(source, at);
    if (spaced !== undefined && source[skipBlanks(source, at + spaced.length)] === '(') {
      cursor.position = at + spaced.length;
      return { type: 'call', name: spaced, args: argumentList() };
    }
    const reserved = RESERVED_FUNCTIONS.find((name) =>
      attempt(() => (takePhrase(name) && symbolIs('(')) || fail()),
    );
    if (reserved !== undefined) return { type: 'call', name: reserved, args: argumentList() };
    const names = qualifiedName();
    if (!symbolIs('(')) fail();
    const name = names.at(-1) ?? '';
    const args = argumentList();
    return names.length === 1
      ? { type: 'call', name, args }
      : { type: 'method', path: names.slice(0, -1), name, args };
  }

  function qualifiedName(): string[] {
    return separated(() => takeProperty() ?? fail(), '.');
  }

  const variable = (): Node => ({ type: 'variable', names: qualifiedName() });

  function argumentList(): Arguments {
    expect('(');
    if (take(')')) return { style: 'positional', values: [] };
    const args: Arguments = attempt(namedArguments) ?? {
      style: 'positional',
      values: separated(argument, ','),
    };
    expect(')');
    return args;
  }

  function namedArguments(): Arguments {
    const pairs = separated((): [string, Node] => {
      const name = parameterName();
      expect(':');
      return [name, argument()];
    }, ',');
    return { style: 'named', values: new Map(pairs) };
  }

  function parameterName(): string {
    const spaced = spacedNameAt(source, blanks());
    if (spaced === undefined) return expectName();
    cursor.position += spaced.length;
    return spaced;
  }

  const argument = (): Node =>
    (/[([\]]/.test(source[blanks()] ?? '') ? attempt(range) : undefined) ?? expression();

  function range(): RangeNode {
    const open = (['(', ']', '['] as const).find(take) ?? fail();
    const start = arithmetic();
    expect('..');
    const end = arithmetic();
    const close = ([')', '[', ']'] as const).find(take) ?? fail();
    return { type: 'range', start, startClosed: open === '[', end, endClosed: close === ']' };
  }

  function literal(): Node {
    if (takeWord('null')) return { type: 'null' };
    if (takeWord('true')) return { type: 'boolean', value: true };
    if (takeWord('false')) return { type: 'boolean', value: false };
    const text = takeString();
    if (text !== undefined) return { type: 'string', value: unescapeText(text) };
    if (take('?')) return { type: 'input' };
    return attempt(number) ?? attempt(list) ?? contextLiteral();
  }

  function number(): Node {
    const sign = take('-') ? '-' : '';
    const digits = (standard ? standard.numberAt : numberAt)(source, cursor.position) ?? fail();
    cursor.position += digits.length;
    return { type: 'number', value: parseNumber(sign + digits) ?? fail() };
  }

  function list(): Node {
    const value = standard?.rangeValue();
    if (value) return value;
    expect('[');
    const items = symbolIs(']') ? [] : separated(expression, ',');
    expect(']');
    return { type: 'list', items };
  }

  function contextLiteral(): Node {
    expect('{');
    const entries = symbolIs('}') ? [] : separated(contextEntry, ',');
    expect('}');
    return { type: 'context', entries };
  }

  function contextEntry(): { key: string; value: Node } {
    const free = freeKeyAt(source, blanks());
    let key = free;
    if (free !== undefined) cursor.position += free.length;
    else key = quotedNameAt(source, cursor.position) ? takeName() : takeString()?.slice(1, -1);
    if (key === undefined) return fail();
    expect(':');
    return { key, value: expression() };
  }

  function functionDefinition(): Node {
    expectWord('function');
    expect('(');
    const parameters = symbolIs(')')
      ? []
      : separated(() => ({ name: parameterName(), type: standard?.parameterType() }), ',');
    expect(')');
    const types = parameters.map(({ type }) => type);
    return {
      type: 'function',
      parameters: parameters.map(({ name }) => name),
      ...(types.some(Boolean) && { types }),
      body: expression(),
    };
  }

  function simpleUnaryTest(): Node {
    const operator = (['<=', '>=', '<', '>'] as const).find(take);
    if (operator) return { type: 'input comparison', operator, operand: arithmetic() };
    const tested = standard?.equalityTest();
    return tested ?? { type: 'input range', range: range() };
  }

  function positiveUnaryTest(): Node {
    const constant = attempt((): Node => {
      const value = takeWord('true') ? true : takeWord('false') ? false : fail();
      if (blanks() < source.length) fail();
      return { type: 'input comparison', operator: '=', operand: { type: 'boolean', value } };
    });
    return constant ?? attempt(simpleUnaryTest) ?? { type: 'unary test', expression: expression() };
  }

  function positiveUnaryTests(): Node {
    const tests = separated(positiveUnaryTest, ',');
    return tests.length === 1 && tests[0] ? tests[0] : { type: 'or', operands: tests };
  }

  function unaryTests(): Node {
    const negated = attempt((): Node => {
      expectWord('not');
      expect('(');
      const tests = positiveUnaryTests();
      expect(')');
      return { type: 'not', operand: tests };
    });
    if (negated) return negated;
    const tests = attempt(positiveUnaryTests);
    if (tests) return tests;
    expect('-');
    return { type: 'boolean', value: true };
  }

  /** Runs a rule over all of the text; a failure is reported as Camunda does: where the readable beginning ends. */
  function whole(rule: () => Node): Node {
    const node = attempt(rule);
    if (!node) throw new SyntaxFailure(START, 0);
    const end = cursor.position;
    if (blanks() < source.length) throw new SyntaxFailure(CONTINUATION, skipBlanks(source, end));
    return node;
  }

  return { expression, unaryTests, whole };
}
