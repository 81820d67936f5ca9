/** Evaluates a decision: first the decisions and knowledge it requires, then its own logic. */

import { standardFunctions } from '../feel/builtins/standard.ts';
import { toJson, type VariableLookup } from '../feel/index.ts';
import { BudgetExceeded, createEnv, rootScope, type Scope } from '../feel/runtime.ts';
import { context, isContext, isFunction, isList, type Value } from '../feel/values.ts';
import { audited } from './audit.ts';
import { knowledgeOf, withNames } from './functions.ts';
import { type Audit, type Decision, DecisionFailure, type Run } from './model.ts';
import { checked } from './types.ts';

export type DecisionEvaluation =
  | { readonly ok: true; readonly value: Value; readonly audits: readonly Audit[] }
  | { readonly ok: false; readonly failure: string; readonly audits: readonly Audit[] };

/** Steps that each decision counts for: bounds graphs whose paths multiply. */
const STEPS_OF_DECISION = 100;

const none: ReadonlySet<string> = new Set();

/** A decision among names; those in `given` (ids) are names already and not evaluated. @throws DecisionFailure */
export function evaluateIn(decision: Decision, scope: Scope, run: Run, given = none): Value {
  run.env.spend(STEPS_OF_DECISION);
  const names = new Map<string, Value>();
  for (const one of decision.requirements) {
    if (!given.has(one.id)) names.set(one.resultName, evaluateIn(one, scope, run, given));
  }
  for (const [name, value] of knowledgeOf(decision.knowledge, scope, run)) names.set(name, value);
  return checked(audited(decision, withNames(scope, names), run), decision.resultType);
}

/** Evaluates a decision with the given variables; nothing is thrown for a decision that fails. */
export function evaluateDecision(
  decision: Decision,
  lookup: VariableLookup,
  now: () => Date,
): DecisionEvaluation {
  const env = { ...createEnv(now), further: standardFunctions };
  const run: Run = { env, audits: [] };
  try {
    return { ok: true, value: evaluateIn(decision, rootScope(env, lookup), run), audits: run.audits };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return { ok: false, failure, audits: run.audits };
  }
}

function failureOf(error: unknown): string | undefined {
  if (error instanceof DecisionFailure || error instanceof BudgetExceeded) return error.message;
  return error instanceof RangeError ? `nested too deeply (${error.message})` : undefined;
}

/** Functions as Zeebe writes them in results: null. */
function withoutFunctions(value: Value): Value {
  if (isFunction(value)) return null;
  if (isList(value)) return value.map(withoutFunctions);
  if (!isContext(value)) return value;
  return context(new Map([...value.entries].map(([name, entry]) => [name, withoutFunctions(entry)])));
}

/** JSON text of a result. */
export const resultJson = (value: Value): string => toJson(withoutFunctions(value)) ?? 'null';
