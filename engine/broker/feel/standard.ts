/** What the DMN standard's FEEL has beyond Camunda's dialect; read only in texts that the dialect refuses. */
import { numberAt, skipBlanks, wordEnd } from './lexer.ts';
import type { createReader, LongName } from './reader.ts';
import type { Node, RangeNode, TypeNode } from './syntax.ts';

/** Names with blanks or signs that a model defines (`Monthly Salary`, `pre-bureau risk`). */
export interface KnownNames {
  readonly longNameAt: (source: string, at: number) => LongName | undefined;
}

/** Properties whose names have blanks. */
const PROPERTIES = ['start included', 'end included'];
const SIMPLE = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}_]*$/u;

/** Comparisons for all texts of a model: well below a second. */
const MAX_TRIES = 5_000_000;

interface Candidate {
  readonly name: string;
  readonly words: readonly string[];
}

/** Offset behind the words with blanks of any width between them; -1 when they do not stand there. */
function endOfWords(source: string, at: number, words: readonly string[]): number {
  let end = at;
  for (const [index, word] of words.entries()) {
    const start = index === 0 ? end : skipBlanks(source, end);
    if ((index > 0 && start === end) || !source.startsWith(word, start)) return -1;
    end = start + word.length;
  }
  return end;
}

/** Recognises the names of a model, the longest first; blanks inside may be of any width. */
export function knownNames(names: Iterable<string>): KnownNames {
  const candidates: Candidate[] = [...new Set([...names, ...PROPERTIES])]
    .filter((name) => name.trim() !== '' && !SIMPLE.test(name))
    .sort((a, b) => b.length - a.length)
    .map((name) => ({ name, words: name.trim().split(/\s+/) }));
  const byStart = Map.groupBy(candidates, ({ name }) => name.trim()[0] ?? '');
  let tries = 0;
  return {
    longNameAt(source, at) {
      for (const { name, words } of byStart.get(source[at] ?? '') ?? []) {
        if (tries++ > MAX_TRIES) return undefined;
        const end = endOfWords(source, at, words);
        // `x` in front: what goes on with a digit goes on with the name, too
        if (end >= 0 && wordEnd(`x${source.slice(end, end + 2)}`, 0) === 1) return { name, end };
      }
      return undefined;
    },
  };
}

const EXPONENT = /[eE][+-]?\d+/y;

/** A number with an exponent. */
function longNumberAt(source: string, at: number): string | undefined {
  const digits = numberAt(source, at);
  if (digits === undefined) return undefined;
  EXPONENT.lastIndex = at + digits.length;
  return digits + (EXPONENT.exec(source)?.[0] ?? '');
}

interface Rules {
  readonly expression: () => Node;
  readonly arithmetic: () => Node;
  readonly range: () => RangeNode;
}

const PHRASES = ['years and months duration', 'days and time duration', 'date and time'];
const NOTHING: Node = { type: 'null' };

/** Further rules for a reader. */
export function createStandard(source: string, reader: ReturnType<typeof createReader>, rules: Rules) {
  const {
    attempt,
    blanks,
    cursor,
    expect,
    expectName,
    fail,
    separated,
    symbolIs,
    take,
    takePhrase,
    takeWord,
  } = reader;

  const bounds = (
    operator: string,
    start: Node,
    startClosed: boolean,
    end: Node,
    endClosed: boolean,
  ): RangeNode => ({
    type: 'range',
    standard: true,
    operator,
    start,
    startClosed,
    end,
    endClosed,
  });

  /** `(< 10)`, `(>= 10)`, `(= 10)` */
  function unaryRange(): Node {
    expect('(');
    const operator = (['<=', '>=', '<', '>', '!=', '='] as const).find(take) ?? fail();
    const value = rules.arithmetic();
    expect(')');
    switch (operator) {
      case '=':
        return bounds(operator, value, true, value, true);
      case '!=':
        return {
          type: 'list',
          items: [
            bounds(operator, NOTHING, false, value, false),
            bounds(operator, value, false, NOTHING, false),
          ],
        };
      case '<':
      case '<=':
        return bounds(operator, NOTHING, false, value, operator === '<=');
      default:
        return bounds(operator, value, operator === '>=', NOTHING, false);
    }
  }

  /** `[1..10]`, `(1..10]`, `(< 10)` as values. */
  const rangeValue = (): Node | undefined =>
    /[([\]]/.test(source[blanks()] ?? '')
      ? (attempt((): Node => ({ ...rules.range(), standard: true })) ?? attempt(unaryRange))
      : undefined;

  /** `for i in [1..3]` */
  const rangeSteps = (): Node | undefined =>
    attempt(() => {
      const { start, end, startClosed, endClosed } = rules.range();
      return startClosed && endClosed ? { type: 'steps', start, end, range: true } : fail();
    });

  /** `in = 10`, `in != 10` */
  function equalityTest(): Node | undefined {
    const negated = take('!=');
    if (!negated && !take('=')) return undefined;
    const test: Node = { type: 'input comparison', operator: '=', operand: rules.arithmetic() };
    return negated ? { type: 'not', operand: test } : test;
  }

  function typeNode(): TypeNode {
    const name =
      PHRASES.find(takePhrase) ??
      (takeWord('function') ? 'function' : undefined) ??
      separated(expectName, '.').join('.');
    if (!take('<')) return { name };
    if (name === 'context') {
      const entries = new Map(separated(contextEntry, ','));
      expect('>');
      return { name, entries };
    }
    const of = symbolIs('>') ? [] : separated(typeNode, ',');
    expect('>');
    if (name !== 'function') return { name, of };
    if (take('->')) typeNode();
    return { name };
  }

  function contextEntry(): [string, TypeNode] {
    const name = expectName();
    expect(':');
    return [name, typeNode()];
  }

  /** A type with parameters; plain ones are the dialect's. */
  const type = (): TypeNode | undefined =>
    attempt(() => {
      const start = cursor.position;
      const node = typeNode();
      return source.slice(start, cursor.position).includes('<') ? node : fail();
    });

  const parameterType = (): TypeNode | undefined => (take(':') ? typeNode() : undefined);

  return { rangeValue, rangeSteps, equalityTest, type, parameterType, numberAt: longNumberAt };
}
