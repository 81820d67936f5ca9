/** Manual and undefined tasks: pass at once, mappings ignored; their boundary events listen for that moment only. */
import type { Behaviour } from '../behaviour.ts';
import { completeActivity } from '../job-work.ts';
import { open, prepare } from '../subscriptions.ts';
import { activated, complete } from '../transitions.ts';

export const passTask: Behaviour<'manualTask' | 'task'> = {
  activate(engine, element, node) {
    const boundary = prepare(engine, element, node.boundary);
    if (!boundary.ok) return boundary.failure;
    open(engine, element, boundary.value);
    activated(engine, element);
    complete(engine, element);
    return undefined;
  },
  complete: (engine, element) => completeActivity(engine, element, undefined),
};
