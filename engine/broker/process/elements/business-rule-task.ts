/** Business rule tasks that call a decision: its latest version when the task is activated (zeebe.md 3.17). */
import { latestDecision, logicOf } from '../../deploy/decisions.ts';
import { evaluateDecision, resultJson } from '../../dmn/index.ts';
import type { ElementInstance } from '../../state/model.ts';
import { lookUp } from '../../state/variables.ts';
import type { Behaviour } from '../behaviour.ts';
import { type Engine, scopeOf } from '../engine.ts';
import { evaluateString, failed, type Result, success } from '../evaluate.ts';
import { completeActivity } from '../job-work.ts';
import { applyInput } from '../mappings.ts';
import { open, prepare } from '../subscriptions.ts';
import { activated, complete } from '../transitions.ts';

/** JSON text of the decision's result. */
function resultOf(engine: Engine, element: ElementInstance, decisionId: string): Result<string> {
  const intro = `Expected to evaluate decision '${decisionId}', but`;
  const decision = latestDecision(engine.state, decisionId);
  if (!decision) {
    return failed(`${intro} no decision found for id '${decisionId}'`, 'CALLED_DECISION_ERROR');
  }
  const evaluation = evaluateDecision(
    logicOf(decision),
    (name) => lookUp(element, name),
    () => new Date(engine.now()),
  );
  return evaluation.ok
    ? success(resultJson(evaluation.value))
    : failed(`${intro} ${evaluation.failure}`, 'DECISION_EVALUATION_ERROR');
}

export const businessRuleTask: Behaviour<'businessRuleTask'> = {
  activate(engine, element, node) {
    const failure = applyInput(engine, element);
    if (failure) return failure;
    const decisionId = evaluateString(node.decisionId, scopeOf(engine, element));
    if (!decisionId.ok) return decisionId.failure;
    const result = resultOf(engine, element, decisionId.value);
    if (!result.ok) return result.failure;
    const boundary = prepare(engine, element, node.boundary);
    if (!boundary.ok) return boundary.failure;
    open(engine, element, boundary.value);
    activated(engine, element);
    complete(engine, element, new Map([[node.resultVariable, result.value]]));
    return undefined;
  },
  complete: (engine, element, _node, variables) => completeActivity(engine, element, variables),
};
