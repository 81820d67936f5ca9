/** Start events: when one completes, the event sub-processes and boundary events of its scope begin to listen (zeebe.md 3.12). */
import type { NodeId } from '../../deploy/graph.ts';
import type { ElementInstance } from '../../state/model.ts';
import type { Behaviour } from '../behaviour.ts';
import { applyOutput } from '../mappings.ts';
import { closeSubscriptions, open, prepare } from '../subscriptions.ts';
import { activated, complete, leave } from '../transitions.ts';

/** Start events of the event sub-processes in a scope, in document order. */
export const waitingStarts = (scope: ElementInstance): NodeId[] =>
  scope.node.eventSubProcesses.toReversed().flatMap((index) => {
    const node = scope.instance.graph.nodes[index];
    return node?.kind === 'eventSubProcess' ? [node.start] : [];
  });

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
      const prepared = prepare(engine, scope, [...waitingStarts(scope), ...scope.node.boundary]);
      if (!prepared.ok) return prepared.failure;
      closeSubscriptions(engine, scope);
      open(engine, scope, prepared.value);
    }
    leave(engine, element);
    return undefined;
  },
};
