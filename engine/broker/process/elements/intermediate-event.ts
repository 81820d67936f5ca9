/** Intermediate events: catching timers and messages, throwing nothing or a message by job. */
import type { Behaviour } from '../behaviour.ts';
import { activateJobWork, completeActivity, evaluateJob } from '../job-work.ts';
import { open, prepare } from '../subscriptions.ts';
import { activated, complete } from '../transitions.ts';

export const intermediateCatchEvent: Behaviour<'intermediateCatchEvent'> = {
  activate(engine, element, node) {
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
    activated(engine, element);
    complete(engine, element);
    return undefined;
  },
  complete: (engine, element, _node, variables) => completeActivity(engine, element, variables),
};
