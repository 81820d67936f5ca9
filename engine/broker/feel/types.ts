/** FEEL in the Camunda dialect: the contract between the expression engine and the rest of the broker. */

/** A FEEL warning as it appears in incident texts, e.g. kind `NO_VARIABLE_FOUND`. */
export interface FeelWarning {
  readonly kind: string;
  readonly message: string;
}
/** Opaque FEEL value; only engine/broker/feel looks inside. `null` is FEEL null. */
export type FeelValue = unknown;

/** Names the broker uses in messages: "to be 'BOOLEAN', but was 'NULL'". */
export type FeelType =
  | 'NULL'
  | 'BOOLEAN'
  | 'NUMBER'
  | 'STRING'
  | 'ARRAY'
  | 'OBJECT'
  | 'DURATION'
  | 'PERIOD'
  | 'DATE'
  | 'TIME'
  | 'DATE_TIME'
  | 'LOCAL_TIME'
  | 'LOCAL_DATE_TIME'
  | 'FUNCTION'
  | 'RANGE'
  /** Zeebe's name for times and functions. */
  | 'UNKNOWN';

/** Looks a variable up; returns its raw JSON text or undefined when it does not exist. Parsed lazily, once. */
export type VariableLookup = (name: string) => string | undefined;

export type Evaluation =
  | { readonly ok: true; readonly value: FeelValue; readonly warnings: readonly FeelWarning[] }
  | { readonly ok: false; readonly failure: string; readonly warnings: readonly FeelWarning[] };

export interface CompiledExpression {
  /** Text after the leading `=`. */
  readonly source: string;
  readonly evaluate: (lookup: VariableLookup, now: () => Date) => Evaluation;
}
export type CompileResult =
  | { readonly ok: true; readonly expression: CompiledExpression }
  | { readonly ok: false; readonly failure: string };
/* engine/broker/feel/index.ts exports:
 *   compile(source: string): CompileResult          // cached by text; source without the leading `=`
 *   typeOf(value: FeelValue): FeelType
 *   toJson(value: FeelValue): string | undefined    // minified, Zeebe's number and temporal text forms; undefined for a function
 *   fromJson(text: string): FeelValue               // lossless integers
 *   asBoolean / asString / asNumber / asList(value) // narrowing helpers, undefined when of another type
 *   toDuration(value): {years, months, days, seconds, nanos}|undefined etc. for timers
 *   toInstant(value): epoch ms of a date-time; asNumberText(value): number with its scale
 *   compileUnaryTests(source)                       // a decision table's cell; evaluate(input, lookup, now)
 *   parseDocument(text): Map<name, canonical text>; joinEntries(map): string; canonicalJson(text) // any value; quoteJson(text)
 *   normalizeJson(text): string                     // client JSON → canonical minified text (zeebe.md 1.8), or throws JsonError with Zeebe's message
 */
