/** Embedded sub-processes. Their boundary events begin to listen when their start event completes. */
import type { Behaviour } from '../behaviour.ts';
import { completeActivity } from '../job-work.ts';
import { applyInput } from '../mappings.ts';
import { activate, activated } from '../transitions.ts';

export const subProcess: Behaviour<'subProcess'> = {
  activate(engine, element, node) {
    const failure = applyInput(engine, element);
    if (failure) return failure;
    activated(engine, element);
    activate(engine, element, node.start);
    return undefined;
  },
  complete: (engine, element) => completeActivity(engine, element, undefined),
};
