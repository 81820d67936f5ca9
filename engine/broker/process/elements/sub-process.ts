/** Embedded sub-processes. */
import type { Behaviour } from '../behaviour.ts';
import { completeActivity } from '../job-work.ts';
import { applyInput } from '../mappings.ts';
import { open, prepare } from '../subscriptions.ts';
import { activate, activated } from '../transitions.ts';

export const subProcess: Behaviour<'subProcess'> = {
  activate(engine, element, node) {
    const failure = applyInput(engine, element);
    if (failure) return failure;
    const boundary = prepare(engine, element, node.boundary);
    if (!boundary.ok) return boundary.failure;
    open(engine, element, boundary.value);
    activated(engine, element);
    activate(engine, element, node.start);
    return undefined;
  },
  complete: (engine, element) => completeActivity(engine, element, undefined),
};
