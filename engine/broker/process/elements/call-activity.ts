/** Call activities: the latest version of a process as an instance of its own. */
import { compiled, latestOf } from '../../deploy/definitions.ts';
import type { NodeOf } from '../../deploy/graph.ts';
import { type Definition, type Document, type ElementInstance, emptyDocument } from '../../state/model.ts';
import { visibleVariables } from '../../state/variables.ts';
import type { Behaviour } from '../behaviour.ts';
import { checkLimits, startCalledInstance } from '../call.ts';
import { type Engine, scopeOf } from '../engine.ts';
import { evaluateString, failed, type Result, success } from '../evaluate.ts';
import { completeActivity } from '../job-work.ts';
import { applyInput } from '../mappings.ts';
import { open, prepare } from '../subscriptions.ts';
import { activated } from '../transitions.ts';

export const callActivity: Behaviour<'callActivity'> = {
  activate(engine, element, node) {
    const failure = applyInput(engine, element);
    if (failure) return failure;
    const called = findCalled(engine, element, node);
    if (!called.ok) return called.failure;
    const boundary = prepare(engine, element, node.boundary);
    if (!boundary.ok) return boundary.failure;
    open(engine, element, boundary.value);
    activated(engine, element);
    startCalledInstance(engine, element, called.value, handedDown(element, node) ?? emptyDocument);
    return undefined;
  },
  complete: (engine, element, _node, variables) => completeActivity(engine, element, variables),
};

/** Without input mappings nothing is local on purpose: then not even what a loop gives each instance is handed down. */
function handedDown(element: ElementInstance, node: NodeOf<'callActivity'>): Document | undefined {
  if (node.propagateAllParentVariables) return visibleVariables(element);
  return node.ioIn ? element.variables : undefined;
}

function findCalled(
  engine: Engine,
  element: ElementInstance,
  node: NodeOf<'callActivity'>,
): Result<Definition> {
  const id = evaluateString(node.processId, scopeOf(engine, element));
  if (!id.ok) return id;
  const expected = `Expected process with BPMN process id '${id.value}' to`;
  const definition = latestOf(engine.state, id.value);
  if (!definition) return failed(`${expected} be deployed, but not found.`, 'CALLED_ELEMENT_ERROR');
  if (compiled(definition).nodes[0].noneStart === undefined) {
    return failed(`${expected} have a none start event, but not found.`, 'CALLED_ELEMENT_ERROR');
  }
  const allowed = checkLimits(engine, element);
  return allowed.ok ? success(definition) : allowed;
}
