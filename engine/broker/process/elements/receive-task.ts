/** Receive tasks: wait for one message. */
import type { Behaviour } from '../behaviour.ts';
import { completeActivity } from '../job-work.ts';
import { applyInput } from '../mappings.ts';
import { open, prepare } from '../subscriptions.ts';
import { activated } from '../transitions.ts';

export const receiveTask: Behaviour<'receiveTask'> = {
  activate(engine, element, node) {
    const failure = applyInput(engine, element);
    if (failure) return failure;
    const waiting = prepare(engine, element, [...node.boundary, node.index]);
    if (!waiting.ok) return waiting.failure;
    open(engine, element, waiting.value);
    activated(engine, element);
    return undefined;
  },
  complete: (engine, element, _node, variables) => completeActivity(engine, element, variables),
};
