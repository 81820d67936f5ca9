/** FEEL in the Camunda dialect: the contract between the expression engine and the rest of the broker. */

import type { Scope } from './runtime.ts';

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
  /** Evaluates among given names, functions included, with the budget of an evaluation under way (decision logic). */
  readonly evaluateIn: (scope: Scope) => Evaluation;
}
export type CompileResult =
  | { readonly ok: true; readonly expression: CompiledExpression }
  | { readonly ok: false; readonly failure: string };
