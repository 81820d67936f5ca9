/** End events: none, error, escalation, signal, terminate, and message ends that a job worker publishes. */
import type { NodeOf } from '../../deploy/graph.ts';
import { setElement } from '../../state/elements.ts';
import type { Document, ElementInstance, Failure } from '../../state/model.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Engine } from '../engine.ts';
import { activateJobWork, evaluateJob } from '../job-work.ts';
import { applyOutput } from '../mappings.ts';
import { activated, closeScope, interrupt, leave } from '../transitions.ts';
import { throwEvent } from './throw-event.ts';

export const endEvent: Behaviour<'endEvent'> = {
  activate(engine, element, node) {
    const { job, event } = node;
    if (job) return activateJobWork(engine, element, () => evaluateJob(engine, element, job));
    if (event.type !== 'none' && event.type !== 'terminate') return throwEvent(engine, element, event);
    activated(engine, element);
    // at once, as in Zeebe, not with a step of its own
    setElement(engine.state, element, { state: 'COMPLETING' });
    return completeEnd(engine, element, node, undefined);
  },
  complete: completeEnd,
};

function completeEnd(
  engine: Engine,
  element: ElementInstance,
  node: NodeOf<'endEvent'>,
  variables: Document | undefined,
): Failure | undefined {
  const failure = applyOutput(engine, element, variables);
  if (failure) return failure;
  const scope = element.parent;
  leave(engine, element, []);
  const busy = scope && (scope.children > 0 || scope.activeFlows > 0 || scope.whenEmpty);
  if (node.event.type === 'terminate' && scope) {
    interrupt(engine, scope, node.index);
    // with nothing else in it, it completes already
    if (busy) closeScope(engine, scope);
  }
  return undefined;
}
