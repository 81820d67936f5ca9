/** Boundary events, activated after their trigger with its variables in their own scope. */
import type { Behaviour } from '../behaviour.ts';
import { completeActivity } from '../job-work.ts';
import { activated, complete } from '../transitions.ts';

export const boundaryEvent: Behaviour<'boundaryEvent'> = {
  activate(engine, element) {
    activated(engine, element);
    complete(engine, element);
    return undefined;
  },
  complete: (engine, element) => completeActivity(engine, element, undefined),
};
