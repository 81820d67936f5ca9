/** Event sub-processes: started by a trigger on their scope, whose variables go to their start event. */
import type { Behaviour } from '../behaviour.ts';
import { completeActivity } from '../job-work.ts';
import { activate, activated } from '../transitions.ts';

export const eventSubProcess: Behaviour<'eventSubProcess'> = {
  activate(engine, element, node, variables) {
    activated(engine, element);
    activate(engine, element, node.start, variables);
    return undefined;
  },
  complete: (engine, element) => completeActivity(engine, element, undefined),
};
