/** A compiled decision requirements graph: what the parser builds at deployment and evaluations walk. */
import type { Env, Scope } from '../feel/runtime.ts';
import type { Value } from '../feel/values.ts';

/** Evaluating came to an end without a result; `message` is the reason in Zeebe's words. */
export class DecisionFailure extends Error {}

/** How a decision's logic is named in answers. */
export type DecisionType =
  | 'DECISION_TABLE'
  | 'LITERAL_EXPRESSION'
  | 'CONTEXT'
  | 'INVOCATION'
  | 'LIST'
  | 'RELATION'
  | 'UNKNOWN';

export interface EvaluatedInput {
  readonly inputId: string;
  readonly inputName: string;
  readonly value: Value;
}
export interface EvaluatedOutput {
  readonly outputId: string;
  readonly outputName: string;
  readonly value: Value;
}
export interface MatchedRule {
  readonly ruleId: string;
  /** From 1. */
  readonly ruleIndex: number;
  readonly outputs: readonly EvaluatedOutput[];
}

/** One decision or business knowledge model that was evaluated; a failed one has the value null. */
export interface Audit {
  readonly id: string;
  readonly name: string;
  readonly type: DecisionType;
  readonly value: Value;
  readonly inputs: readonly EvaluatedInput[];
  readonly matchedRules: readonly MatchedRule[];
}

/** What an evaluation carries along: its work budget and what was evaluated so far, in order. */
export interface Run {
  readonly env: Env;
  readonly audits: Audit[];
}

/** What a decision table tells about how it came to its result. */
export interface Trace {
  inputs: readonly EvaluatedInput[];
  matchedRules: readonly MatchedRule[];
}

/** Compiled decision logic. @throws DecisionFailure */
export type Logic = (scope: Scope, run: Run, trace?: Trace) => Value;

export interface Parameter {
  readonly name: string;
  readonly type: string | undefined;
}

export interface KnowledgeModel {
  readonly id: string;
  readonly name: string;
  readonly type: DecisionType;
  readonly parameters: readonly Parameter[];
  readonly logic: Logic;
  readonly knowledge: readonly KnowledgeModel[];
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly type: DecisionType;
  /** Name under which other decisions see the result. */
  readonly resultName: string;
  readonly resultType: string | undefined;
  readonly logic: Logic;
  readonly requirements: readonly Decision[];
  readonly knowledge: readonly KnowledgeModel[];
}

export interface DecisionGraph {
  readonly id: string;
  readonly name: string;
  /** In the order of their keys. */
  readonly decisions: readonly Decision[];
  readonly byId: ReadonlyMap<string, Decision>;
}

/** `message` is everything after `'<resource name>': ` in Zeebe's refusal. */
export type DmnResult =
  | { readonly ok: true; readonly graph: DecisionGraph }
  | { readonly ok: false; readonly message: string };
