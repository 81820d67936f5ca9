/** Multi-instance bodies: what stands around the inner instances and waits for them. */
import { mergeUpwards } from '../../state/variables.ts';
import type { Behaviour } from '../behaviour.ts';
import { tooMany } from '../crowd.ts';
import { beginLoop, inputItems } from '../multi-instance.ts';
import { closeSubscriptions, open, prepare } from '../subscriptions.ts';
import { activated, leave } from '../transitions.ts';

export const multiInstanceBody: Behaviour<'multiInstanceBody'> = {
  activate(engine, element, node) {
    const items = inputItems(engine, element, { body: element, node });
    if (!items.ok) return items.failure;
    const crowded = tooMany(items.value.length, node.id);
    if (crowded) return crowded;
    const boundary = prepare(engine, element, node.boundary);
    if (!boundary.ok) return boundary.failure;
    open(engine, element, boundary.value);
    activated(engine, element);
    beginLoop(engine, element, node, items.value.length);
    return undefined;
  },
  complete(engine, element, node) {
    const results = node.output && element.variables?.get(node.output.collection);
    if (node.output && results !== undefined) {
      const scope = element.parent ?? element;
      mergeUpwards(engine.state, scope, new Map([[node.output.collection, results]]));
    }
    closeSubscriptions(engine, element);
    leave(engine, element);
    return undefined;
  },
};
