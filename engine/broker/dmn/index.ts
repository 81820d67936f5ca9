/** DMN as Zeebe 8.5 evaluates it: the only entry of this room. */
export { type DecisionEvaluation, evaluateDecision, resultJson } from './evaluate.ts';
export type { Audit, Decision, DecisionGraph } from './model.ts';
export { parseDmn } from './parse.ts';
