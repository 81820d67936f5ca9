/** Start events: when one completes, the event sub-processes of its scope begin to listen (zeebe.md 3.12). */
import type { Behaviour } from '../behaviour.ts';
import { applyOutput } from '../mappings.ts';
import { closeSubscriptions, open, prepare } from '../subscriptions.ts';
import { activated, complete, leave } from '../transitions.ts';

export const startEvent: Behaviour<'startEvent'> = {
  activate(engine, element) {
    activated(engine, element);
    complete(engine, element);
    return undefined;
  },
  complete(engine, element) {
    const failure = applyOutput(engine, element, undefined);
    if (failure) return failure;
    const scope = element.parent;
    if (scope) {
      const { graph } = scope.instance;
      const starts = scope.node.eventSubProcesses.flatMap((index) => {
        const node = graph.nodes[index];
        return node?.kind === 'eventSubProcess' ? [node.start] : [];
      });
      const prepared = prepare(engine, scope, starts);
      if (!prepared.ok) return prepared.failure;
      closeSubscriptions(engine, scope, (node) => node?.kind === 'startEvent');
      open(engine, scope, prepared.value);
    }
    leave(engine, element);
    return undefined;
  },
};
