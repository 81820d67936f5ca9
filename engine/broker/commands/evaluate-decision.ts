/** EvaluateDecision: evaluates a deployed decision and tells how it came to its result (zeebe.md 3.17). */
import { latestDecision, logicOf } from '../deploy/decisions.ts';
import { type Audit, type DecisionEvaluation, evaluateDecision } from '../dmn/index.ts';
import type { DecisionRequirements, DeployedDecision, Document, Key } from '../state/model.ts';
import { newKey, type State } from '../state/state.ts';
import { accept, type Command, type Outcome, reject } from './command.ts';

export interface EvaluateDecision {
  /** Wins over the key unless empty. */
  readonly decisionId: string;
  readonly decisionKey: Key;
  readonly variables: Document;
}

/** What was evaluated on the way; a knowledge model has key and version -1. */
export interface EvaluatedDecision {
  readonly audit: Audit;
  readonly key: Key;
  readonly version: number;
}

export interface DecisionResult {
  readonly decision: DeployedDecision;
  readonly evaluation: DecisionEvaluation;
  readonly evaluated: readonly EvaluatedDecision[];
  readonly instanceKey: Key;
}

function find(state: State, { decisionId, decisionKey }: EvaluateDecision): Outcome<DeployedDecision> {
  if (decisionId !== '') {
    const decision = latestDecision(state, decisionId);
    if (decision) return accept(decision);
    return reject(
      'INVALID_ARGUMENT',
      `Expected to evaluate decision '${decisionId}', but no decision found for id '${decisionId}'`,
    );
  }
  if (decisionKey < 0) {
    return reject(
      'INVALID_ARGUMENT',
      'Expected either a decision id or a valid decision key, but none provided',
    );
  }
  const decision = state.decisions.get(decisionKey);
  if (decision) return accept(decision);
  return reject(
    'INVALID_ARGUMENT',
    `Expected to evaluate decision '${decisionKey}', but no decision found for key '${decisionKey}'`,
  );
}

const evaluatedAs = (requirements: DecisionRequirements, audit: Audit): EvaluatedDecision => {
  const deployed = requirements.decisions.get(audit.id);
  return { audit, key: deployed?.key ?? -1, version: deployed?.version ?? -1 };
};

export function evaluateDecisionCommand(request: EvaluateDecision): Command<DecisionResult> {
  return {
    intent: 'EVALUATE',
    process(engine) {
      const { state } = engine;
      const found = find(state, request);
      if (!found.ok) return found;
      const decision = found.value;
      const evaluation = evaluateDecision(
        logicOf(decision),
        (name) => request.variables.get(name),
        () => new Date(engine.now()),
      );
      const { requirements } = decision;
      return accept({
        decision,
        evaluation,
        evaluated: evaluation.audits.map((audit) => evaluatedAs(requirements, audit)),
        instanceKey: newKey(state),
      });
    },
  };
}
