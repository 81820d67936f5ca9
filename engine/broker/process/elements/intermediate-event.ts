/** Intermediate events: catching messages, timers, signals and links; throwing nothing, signals, escalations, links, or a message by job. */
import type { NodeOf } from '../../deploy/graph.ts';
import type { ElementInstance, Failure } from '../../state/model.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Engine } from '../engine.ts';
import { activateJobWork, completeActivity, evaluateJob } from '../job-work.ts';
import { applyInput, applyOutput } from '../mappings.ts';
import { open, prepare } from '../subscriptions.ts';
import { activate, activated, complete, leave } from '../transitions.ts';
import { throwEvent } from './throw-event.ts';

export const intermediateCatchEvent: Behaviour<'intermediateCatchEvent'> = {
  activate(engine, element, node) {
    if (node.event.type === 'link' || node.awaitedByGateway) {
      activated(engine, element);
      complete(engine, element);
      return undefined;
    }
    const failure = applyInput(engine, element);
    if (failure) return failure;
    const waiting = prepare(engine, element, [node.index]);
    if (!waiting.ok) return waiting.failure;
    open(engine, element, waiting.value);
    activated(engine, element);
    return undefined;
  },
  complete: (engine, element, _node, variables) => completeActivity(engine, element, variables),
};

export const intermediateThrowEvent: Behaviour<'intermediateThrowEvent'> = {
  activate(engine, element, node) {
    const { job } = node;
    if (job) return activateJobWork(engine, element, () => evaluateJob(engine, element, job));
    return throwEvent(engine, element, node.event);
  },
  complete: (engine, element, node, variables) =>
    node.event.type === 'link'
      ? followLink(engine, element, node)
      : completeActivity(engine, element, variables),
};

/** Goes on at the catch event of the link, not along flows. */
function followLink(
  engine: Engine,
  element: ElementInstance,
  { id, event }: NodeOf<'intermediateThrowEvent'>,
): Failure | undefined {
  const failure = applyOutput(engine, element, undefined);
  if (failure) return failure;
  if (event.type !== 'link' || event.target === undefined || !element.parent) {
    throw new Error(`link event ${id} leads nowhere`);
  }
  activate(engine, element.parent, event.target);
  leave(engine, element, []);
  return undefined;
}
