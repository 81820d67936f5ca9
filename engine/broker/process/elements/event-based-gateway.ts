/** Event-based gateways: they wait for all events behind them and go on with the first one (zeebe.md 3.12). */
import { removeElement } from '../../state/elements.ts';
import type { Behaviour } from '../behaviour.ts';
import { open, prepare } from '../subscriptions.ts';
import { activated } from '../transitions.ts';

export const eventBasedGateway: Behaviour<'eventBasedGateway'> = {
  activate(engine, element, node) {
    const targets = node.outgoing.map(({ target }) => target);
    const waiting = prepare(engine, element, targets);
    if (!waiting.ok) return waiting.failure;
    open(engine, element, waiting.value);
    activated(engine, element);
    return undefined;
  },
  complete(engine, element, _node, variables, event) {
    const scope = element.parent;
    if (!scope || event === undefined) throw new Error(`gateway ${element.key} completes without an event`);
    removeElement(engine.state, element);
    engine.enter(scope, event, variables);
    return undefined;
  },
};
