/** Reads a FEEL text piece by piece: a cursor, alternatives that go back, and rules that remember what they found. */
import { nameAt, quotedNameAt, skipBlanks, stringAt, wordEnd } from './lexer.ts';

/** Of remembered rules inside each other (expressions and operands); about half as many brackets. */
const MAX_DEPTH = 800;

/** A known name that is more than one word; `end` is the offset behind it. */
export interface LongName {
  readonly name: string;
  readonly end: number;
}

/** Thrown by a rule that does not fit; one object, because alternatives fail often. */
const NO_MATCH = new Error('no match');

/** @throws RangeError from remembered rules that are nested too deeply */
export function createReader(source: string, longNameAt: (at: number) => LongName | undefined) {
  const cursor = { position: 0 };
  let depth = 0;

  const fail = (): never => {
    throw NO_MATCH;
  };

  /** Runs a rule; on failure puts the position back and returns undefined. */
  function attempt<T>(rule: () => T): T | undefined {
    const start = cursor.position;
    const level = depth;
    try {
      return rule();
    } catch (error) {
      if (error !== NO_MATCH) throw error;
      cursor.position = start;
      depth = level;
      return undefined;
    }
  }

  /** Remembers a rule's outcome at each offset, which keeps alternatives with a common beginning cheap. */
  function remembered<T>(rule: () => T): () => T {
    const outcomes = new Map<number, { readonly result: T; readonly end: number } | 'no match'>();
    return () => {
      const start = skipBlanks(source, cursor.position);
      const known = outcomes.get(start);
      if (known === 'no match') return fail();
      if (known) {
        cursor.position = known.end;
        return known.result;
      }
      depth += 1;
      if (depth > MAX_DEPTH) throw new RangeError(`nested deeper than ${MAX_DEPTH} levels`);
      try {
        const result = rule();
        outcomes.set(start, { result, end: cursor.position });
        return result;
      } catch (error) {
        if (error === NO_MATCH) outcomes.set(start, 'no match');
        throw error;
      } finally {
        depth -= 1;
      }
    };
  }

  const blanks = (): number => {
    cursor.position = skipBlanks(source, cursor.position);
    return cursor.position;
  };
  const symbolIs = (symbol: string): boolean => source.startsWith(symbol, blanks());
  const take = (symbol: string): boolean => {
    if (!symbolIs(symbol)) return false;
    cursor.position += symbol.length;
    return true;
  };
  const expect = (symbol: string): void => {
    if (!take(symbol)) fail();
  };
  const takeWord = (word: string): boolean => {
    const at = blanks();
    if (!source.startsWith(word, at) || wordEnd(source, at) !== at + word.length) return false;
    cursor.position = at + word.length;
    return true;
  };
  const expectWord = (word: string): void => {
    if (!takeWord(word)) fail();
  };
  /** Words with exactly one blank between, as in `date and time`. */
  const takePhrase = (phrase: string): boolean => {
    const at = blanks();
    if (!source.startsWith(phrase, at) || nameContinues(at + phrase.length)) return false;
    cursor.position = at + phrase.length;
    return true;
  };
  const nameContinues = (at: number): boolean => wordEnd(`x${source.slice(at, at + 2)}`, 0) > 1;
  const takeString = (): string | undefined => {
    const literal = stringAt(source, blanks());
    if (literal !== undefined) cursor.position += literal.length;
    return literal;
  };
  const takeName = (): string | undefined => {
    const at = blanks();
    const quoted = quotedNameAt(source, at) ?? longNameAt(at);
    if (quoted) {
      cursor.position = quoted.end;
      return quoted.name;
    }
    const name = nameAt(source, at);
    if (name !== undefined) cursor.position = at + name.length;
    return name;
  };
  const expectName = (): string => takeName() ?? fail();
  const takeProperty = (): string | undefined => (takePhrase('time offset') ? 'time offset' : takeName());

  function separated<T>(rule: () => T, separator: string): T[] {
    const items = [rule()];
    for (;;) {
      const start = cursor.position;
      if (!take(separator)) return items;
      const next = attempt(rule);
      if (next === undefined) {
        cursor.position = start;
        return items;
      }
      items.push(next);
    }
  }

  return {
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
  };
}
