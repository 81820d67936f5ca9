/** Expressions of the graph evaluated for an element, with Zeebe's type checks and incident texts. */
import type { ValueSource } from '../deploy/graph.ts';
import { isDecimal } from '../deploy/source.ts';
import {
  asBoolean,
  asList,
  asString,
  type CompiledExpression,
  type FeelType,
  type FeelValue,
  type FeelWarning,
  parseDocument,
  toJson,
  typeOf,
} from '../feel/index.ts';
import type { Document, ElementInstance, Failure, IncidentType } from '../state/model.ts';
import { lookUp } from '../state/variables.ts';

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (message: string, type: IncidentType = 'EXTRACT_VALUE_ERROR'): Result<never> => ({
  ok: false,
  failure: { type, message },
});

/** Where an expression is evaluated: the variables an element sees, and the broker's time. */
export interface Scope {
  readonly element: ElementInstance | undefined;
  readonly now: number;
  /** Values that come before all variables. */
  readonly first?: Document;
  /** Hears of every name looked up. */
  readonly onRead?: (name: string, text: string | undefined) => void;
}

function lookUpIn({ element, first, onRead }: Scope): (name: string) => string | undefined {
  if (!first && !onRead) return (name) => lookUp(element, name);
  return (name) => {
    const text = first?.get(name) ?? lookUp(element, name);
    onRead?.(name, text);
    return text;
  };
}

export interface Typed {
  readonly type: FeelType;
  readonly value: FeelValue;
  /** Expression or static text, for messages. */
  readonly source: string;
  readonly warnings: readonly FeelWarning[];
}

const withWarnings = (text: string, warnings: readonly FeelWarning[]): string =>
  warnings.length === 0
    ? text
    : `${text} The evaluation reported the following warnings:\n${warnings
        .map(({ kind, message }) => `[${kind}] ${message}`)
        .join('\n')}`;

/** Evaluates a compiled expression; a failing evaluation becomes a failure of the given type. */
export function evaluate(
  expression: CompiledExpression,
  scope: Scope,
  type: IncidentType = 'EXTRACT_VALUE_ERROR',
): Result<Typed> {
  const { source } = expression;
  const result = expression.evaluate(lookUpIn(scope), () => new Date(scope.now));
  if (!result.ok) return failed(withWarnings(result.failure, result.warnings), type);
  return success({ type: typeOf(result.value), value: result.value, source, warnings: result.warnings });
}

/** A static text is a number where it reads as one, else a string. */
export function evaluateSource(source: ValueSource, scope: Scope): Result<Typed> {
  if (source.feel) return evaluate(source.feel, scope);
  const { text } = source;
  return success({ type: isDecimal(text) ? 'NUMBER' : 'STRING', value: text, source: text, warnings: [] });
}

/** `Expected result of the expression … to be 'STRING', but was 'NULL'.` */
export function wrongType(typed: Typed, expected: FeelType | readonly FeelType[]): Result<never> {
  const wanted = typeof expected === 'string' ? `'${expected}'` : `one of '[${expected.join(', ')}]'`;
  return failed(
    withWarnings(
      `Expected result of the expression '${typed.source}' to be ${wanted}, but was '${typed.type}'.`,
      typed.warnings,
    ),
  );
}

export function evaluateString(source: ValueSource, scope: Scope): Result<string> {
  const result = evaluateSource(source, scope);
  if (!result.ok) return result;
  const text = asString(result.value.value);
  if (result.value.type !== 'STRING' || text === undefined) return wrongType(result.value, 'STRING');
  return success(text);
}

export const evaluateBoolean = (expression: CompiledExpression, scope: Scope): Result<boolean> =>
  evaluateCondition({ feel: expression }, scope);

/** A condition that may be static text, which is never a boolean. */
export function evaluateCondition(source: ValueSource, scope: Scope): Result<boolean> {
  const result = evaluateSource(source, scope);
  if (!result.ok) return result;
  const value = asBoolean(result.value.value);
  return value === undefined ? wrongType(result.value, 'BOOLEAN') : success(value);
}

const MAX_INT32 = 2 ** 31 - 1;

/** A number cut to its integer part (job retries). */
export function evaluateInteger(source: ValueSource, scope: Scope): Result<number> {
  const result = evaluateSource(source, scope);
  if (!result.ok) return result;
  if (result.value.type !== 'NUMBER') return wrongType(result.value, 'NUMBER');
  const text = source.feel ? (toJson(result.value.value) ?? '0') : source.text;
  return success(Math.max(-MAX_INT32, Math.min(MAX_INT32, Math.trunc(Number(text)))));
}

/** Code of a thrown error or escalation: a static one is text, whatever it looks like. */
export const evaluateCode = (code: ValueSource, scope: Scope): Result<string> =>
  code.feel ? evaluateString(code, scope) : success(code.text);

/** A correlation key: a string, or a number as text without its fraction (5.5 is "5"). */
export function evaluateCorrelationKey(expression: CompiledExpression, scope: Scope): Result<string> {
  const result = evaluate(expression, scope);
  if (!result.ok) return result;
  const { type, value } = result.value;
  if (type === 'STRING') return success(asString(value) ?? '');
  if (type === 'NUMBER') return success((toJson(value) ?? '').replace(/\.\d+$/, ''));
  return failed(
    withWarnings(
      `Failed to extract the correlation key for '${expression.source}': The value must be either a string or a number, but was '${type}'.`,
      result.value.warnings,
    ),
  );
}

/** A list of strings as the JSON-like text of user-task headers: quotes inside items are not escaped (zeebe.md 3.16). */
export function evaluateStringList(expression: CompiledExpression, scope: Scope): Result<readonly string[]> {
  const result = evaluate(expression, scope);
  if (!result.ok) return result;
  const list = asList(result.value.value);
  if (!list) return wrongType(result.value, 'ARRAY');
  const items: string[] = [];
  for (const item of list) {
    const text = asString(item);
    if (text === undefined) {
      return failed(
        `Expected result of the expression '${result.value.source}' to be 'ARRAY' containing 'STRING' items, but was 'ARRAY' containing at least one non-'STRING' item.`,
      );
    }
    items.push(text);
  }
  return success(items);
}

/** Evaluates mappings to the variables they set. */
export function evaluateMappings(context: CompiledExpression, scope: Scope): Result<Document> {
  const result = evaluate(context, scope, 'IO_MAPPING_ERROR');
  if (!result.ok) return result;
  if (result.value.type !== 'OBJECT') {
    const mismatch = wrongType(result.value, 'OBJECT');
    return mismatch.ok ? mismatch : failed(mismatch.failure.message, 'IO_MAPPING_ERROR');
  }
  return success(parseDocument(toJson(result.value.value) ?? '{}'));
}
