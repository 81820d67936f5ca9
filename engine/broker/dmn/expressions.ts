/** FEEL texts of one file: each distinct text is compiled once, what cannot be read is noted once. */
import type { XmlElement } from '../deploy/xml.ts';
import {
  compile,
  compileStandard,
  compileUnaryTests,
  type Evaluation,
  type KnownNames,
} from '../feel/index.ts';
import { ownWarnings, type Scope } from '../feel/runtime.ts';
import type { Value } from '../feel/values.ts';
import { DecisionFailure, type Run } from './model.ts';
import { attribute, textOf } from './xml.ts';

/** Names for FEEL that an expression may state; the last is the 1.5 one, which Zeebe 8.5 refuses. */
const LANGUAGES: ReadonlySet<string> = new Set([
  '',
  'feel',
  'http://www.omg.org/spec/feel/20140401',
  'http://www.omg.org/spec/dmn/20151101/feel/',
  'http://www.omg.org/spec/dmn/20180521/feel/',
  'https://www.omg.org/spec/dmn/20191111/feel/',
  'https://www.omg.org/spec/dmn/20211108/feel/',
  'https://www.omg.org/spec/dmn/20230324/model/',
  'https://www.omg.org/spec/dmn/20230324/feel/',
]);

export type Expression = (scope: Scope, run: Run) => Value;
export type UnaryTests = (input: Value, scope: Scope, run: Run) => Value;

export interface Expressions {
  /** Expression of an element with a `<text>`. */
  readonly expression: (element: XmlElement) => Expression;
  /** Tests of a decision table's cell. */
  readonly unaryTests: (element: XmlElement) => UnaryTests;
  readonly fail: (message: string) => void;
  /** What is wrong, in the order it was found. */
  readonly failures: readonly string[];
}

const scopeOf = (scope: Scope, run: Run): Scope => ({ ...scope, env: ownWarnings(run.env) });

function resultOf(evaluation: Evaluation): Value {
  if (!evaluation.ok) throw new DecisionFailure(evaluation.failure);
  return evaluation.value as Value;
}

const nothing = (): Value => null;

/** What the standard's FEEL makes of a text that Camunda's dialect refuses; the dialect's complaint where that refuses it, too. */
const orElse = <T extends { readonly ok: boolean }>(standard: T, strict: T): T =>
  standard.ok ? standard : strict;

/** `names` are those that the model defines: for texts that only the standard's FEEL allows. */
export function createExpressions(names: KnownNames): Expressions {
  const failures: string[] = [];
  const expressions = new Map<string, Expression>();
  const tests = new Map<string, UnaryTests>();

  const fail = (message: string): void => {
    failures.push(message);
  };

  function isFeel(element: XmlElement): boolean {
    const language = (attribute(element, 'expressionLanguage') ?? '').toLowerCase();
    if (LANGUAGES.has(language)) return true;
    fail(`Expression language '${language}' is not supported`);
    return false;
  }

  function compileText(text: string): Expression {
    const strict = compile(text);
    const result = strict.ok ? strict : orElse(compileStandard(text, names), strict);
    if (result.ok) {
      const { evaluateIn } = result.expression;
      return (scope, run) => resultOf(evaluateIn(scopeOf(scope, run)));
    }
    fail(`FEEL expression: ${result.failure}`);
    return nothing;
  }

  function compileTests(text: string): UnaryTests {
    if (text === '') return () => true;
    const strict = compileUnaryTests(text);
    const result = strict.ok ? strict : orElse(compileUnaryTests(text, names), strict);
    if (result.ok) {
      const { evaluateIn } = result.tests;
      return (input, scope, run) => resultOf(evaluateIn(input, scopeOf(scope, run)));
    }
    fail(`FEEL unary-tests: ${result.failure}`);
    return nothing;
  }

  return {
    failures,
    fail,
    expression(element) {
      const text = textOf(element);
      if (text === undefined) {
        fail(`The expression '${attribute(element, 'id') ?? 'null'}' must not be empty.`);
        return nothing;
      }
      if (!isFeel(element)) return nothing;
      return remembered(expressions, text, compileText);
    },
    unaryTests(element) {
      if (!isFeel(element)) return nothing;
      return remembered(tests, textOf(element) ?? '', compileTests);
    },
  };
}

function remembered<T>(known: Map<string, T>, text: string, create: (text: string) => T): T {
  const found = known.get(text);
  if (found !== undefined) return found;
  const created = create(text);
  known.set(text, created);
  return created;
}
