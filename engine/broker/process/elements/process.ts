/** The process itself: begins at a start event chosen by whoever creates the instance, ends when nothing is left in it. */
import type { Behaviour } from '../behaviour.ts';
import { callerOf, resultsOf } from '../call.ts';
import { closeSubscriptions } from '../subscriptions.ts';
import { instanceEnded, leave } from '../transitions.ts';

export const processBehaviour: Behaviour<'process'> = {
  activate() {
    return undefined;
  },
  complete(engine, element) {
    closeSubscriptions(engine, element);
    engine.completed(element);
    const caller = callerOf(engine.state, element);
    const results = caller && resultsOf(caller, element);
    leave(engine, element);
    instanceEnded(engine, element, results);
    return undefined;
  },
};
