/** FEEL in Camunda 8's dialect: the only entry of this room. */
import { compileNode } from './compile.ts';
import { checkSize, parseValue, valueText } from './json.ts';
import { ArithmeticFailure, isNumber, numberText, toDouble } from './number.ts';
import {
  parseExpression,
  parseStandardExpression,
  parseStandardUnaryTests,
  parseUnaryTests,
  SyntaxFailure,
} from './parser.ts';
import { BudgetExceeded, createEnv, EvaluationAborted, nested, rootScope, type Scope } from './runtime.ts';
import type { KnownNames } from './standard.ts';
import type { Node } from './syntax.ts';
import { DateRangeFailure, fromEpochDay } from './temporal/calendar.ts';
import { epochSecond } from './temporal/values.ts';
import type {
  CompiledExpression,
  CompileResult,
  Evaluation,
  FeelType,
  FeelValue,
  VariableLookup,
} from './types.ts';
import { isError, isList, isTemporal, resultType, type Value } from './values.ts';

export { headVariable } from './head.ts';
export {
  canonicalJson,
  JsonError,
  joinEntries,
  normalizeJson,
  parseDocument,
  quoteJson,
} from './json-text.ts';
export { type KnownNames, knownNames } from './standard.ts';
export type * from './types.ts';

const MAX_CACHED = 5000;
const MAX_SOURCE = 100_000;
const expressions = new Map<string, CompileResult>();

function remember(source: string, result: CompileResult): CompileResult {
  if (expressions.size >= MAX_CACHED) {
    const [oldest] = expressions.keys();
    if (oldest !== undefined) expressions.delete(oldest);
  }
  expressions.set(source, result);
  return result;
}

const parseFailure = (source: string, error: unknown): string => {
  const prefix = `failed to parse expression '${source}': `;
  if (error instanceof RangeError) return `${prefix}${error.message}`;
  if (!(error instanceof SyntaxFailure)) throw error;
  const before = source.slice(0, error.at).split('\n');
  const found = error.at >= source.length ? '""' : JSON.stringify(source.slice(error.at, error.at + 10));
  return `${prefix}Expected (${error.message}):${before.length}:${(before.at(-1)?.length ?? 0) + 1}, found ${found}`;
};

type Run = (scope: Scope) => Evaluation;

function createRun(source: string, node: Node): Run {
  const closure = compileNode(node);
  return (scope) => {
    const { warnings } = scope.env;
    try {
      const value = closure(scope);
      checkSize(value);
      const assertion = warnings.find(({ kind }) => kind === 'ASSERT_FAILURE');
      if (assertion) {
        return {
          ok: false,
          failure: `Assertion failure on evaluate the expression '${source}': ${assertion.message}`,
          warnings,
        };
      }
      if (isError(value)) {
        return {
          ok: false,
          failure: `failed to evaluate expression '${source}': ${value.message}`,
          warnings,
        };
      }
      return { ok: true, value, warnings };
    } catch (error) {
      return {
        ok: false,
        failure: `failed to evaluate expression '${source}' : ${abortText(error)}`,
        warnings: [],
      };
    }
  };
}

function abortText(error: unknown): string {
  const expected =
    error instanceof EvaluationAborted ||
    error instanceof ArithmeticFailure ||
    error instanceof DateRangeFailure ||
    error instanceof BudgetExceeded;
  if (expected) return error.message;
  if (error instanceof RangeError) return `nested too deeply (${error.message})`;
  throw error;
}

/** Reads and compiles a text; the failure's text when it is no expression. */
function prepare(source: string, parse: (text: string) => Node): Run | { readonly failure: string } {
  if (source.length > MAX_SOURCE) {
    return { failure: `failed to parse expression: it is longer than ${MAX_SOURCE} characters` };
  }
  try {
    return createRun(source, parse(source));
  } catch (error) {
    return { failure: parseFailure(source, error) };
  }
}

/** Compiles an expression that only the DMN standard allows; `names` are those of the model. */
export function compileStandard(source: string, names: KnownNames): CompileResult {
  const run = prepare(source, (text) => parseStandardExpression(text, names));
  return 'failure' in run
    ? { ok: false, failure: run.failure }
    : { ok: true, expression: expressionOf(source, run) };
}

const expressionOf = (source: string, run: Run): CompiledExpression => ({
  source,
  evaluate: (lookup, now) => run(rootScope(createEnv(now), lookup)),
  evaluateIn: run,
});

/** Compiles an expression (text without the leading `=`); results are cached by text, failures too. */
export function compile(source: string): CompileResult {
  const known = expressions.get(source);
  if (known) return known;
  const run = prepare(source, parseExpression);
  if ('failure' in run) return remember(source, { ok: false, failure: run.failure });
  return remember(source, { ok: true, expression: expressionOf(source, run) });
}

export interface CompiledUnaryTests {
  readonly source: string;
  /** Tests `input`; the value is true, false or null. */
  readonly evaluate: (input: FeelValue, lookup: VariableLookup, now: () => Date) => Evaluation;
  /** The same among the names of a decision. */
  readonly evaluateIn: (input: Value, scope: Scope) => Evaluation;
}
export type UnaryTestsResult =
  | { readonly ok: true; readonly tests: CompiledUnaryTests }
  | { readonly ok: false; readonly failure: string };

const withInput = (scope: Scope, input: Value): Scope => nested(scope, new Map([['cellInput', input]]));

/** Compiles the unary tests of a decision table's cell (`< 5`, `[1..3]`, `not("a")`, `-`); with `names`, by the DMN standard. */
export function compileUnaryTests(source: string, names?: KnownNames): UnaryTestsResult {
  const run = prepare(source, names ? (text) => parseStandardUnaryTests(text, names) : parseUnaryTests);
  if ('failure' in run) return { ok: false, failure: run.failure };
  return {
    ok: true,
    tests: {
      source,
      evaluate: (input, lookup, now) => run(withInput(rootScope(createEnv(now), lookup), input as Value)),
      evaluateIn: (input, scope) => run(withInput(scope, input)),
    },
  };
}

/** Type of a value as the broker's messages name it. */
export const typeOf = (value: FeelValue): FeelType => resultType(value as Value);

/** Canonical JSON text of a value; undefined for a function. */
export const toJson = (value: FeelValue): string | undefined => valueText(value as Value);

/** Value of canonical JSON text; integers are lossless. */
export const fromJson = (text: string): FeelValue => parseValue(text);

export const asBoolean = (value: FeelValue): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;
export const asString = (value: FeelValue): string | undefined =>
  typeof value === 'string' ? value : undefined;
/** Nearest double of a number. */
export const asNumber = (value: FeelValue): number | undefined =>
  isNumber(value) ? toDouble(value) : undefined;
/** A number's text with its scale (`1.50`), undefined for other types. */
export const asNumberText = (value: FeelValue): string | undefined =>
  isNumber(value) ? numberText(value) : undefined;
export const asList = (value: FeelValue): readonly FeelValue[] | undefined =>
  isList(value as Value) ? (value as readonly FeelValue[]) : undefined;

/** Parts of a duration or period value; all of one sign, `nanos` below a second. */
export interface DurationParts {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
  readonly nanos: number;
}

/** Parts of a DURATION or PERIOD value, for timers. */
export function toDuration(value: FeelValue): DurationParts | undefined {
  const temporal = value as Value;
  if (!isTemporal(temporal)) return undefined;
  if (temporal.kind === 'period')
    return { years: temporal.years, months: temporal.months, days: 0, seconds: 0, nanos: 0 };
  if (temporal.kind !== 'duration') return undefined;
  const second = 1_000_000_000n;
  return {
    years: 0,
    months: 0,
    days: 0,
    seconds: Number(temporal.nanos / second),
    nanos: Number(temporal.nanos % second),
  };
}

/** Epoch milliseconds of a DATE_TIME value, or of a LOCAL_DATE_TIME taken in UTC; undefined for other types. */
export function toInstant(value: FeelValue): number | undefined {
  const temporal = value as Value;
  if (!isTemporal(temporal)) return undefined;
  if (temporal.kind === 'date-time')
    return epochSecond(temporal) * 1000 + Math.floor((temporal.nanos % 1e9) / 1e6);
  if (temporal.kind !== 'local-date-time') return undefined;
  fromEpochDay(temporal.epochDay);
  return temporal.epochDay * 86_400_000 + Math.floor(temporal.nanos / 1e6);
}
