/** Waiting for timers and messages on behalf of an element: all expressions are evaluated before the first subscription opens. */
import type { EventDefinition, Node, NodeId } from '../deploy/graph.ts';
import type { ElementInstance, Subscription, Timer } from '../state/model.ts';
import { add, fresh, remove } from '../state/rows.ts';
import { newKey } from '../state/state.ts';
import { evaluateTimer, type Schedule } from '../timers/due.ts';
import { type Engine, scopeOf } from './engine.ts';
import { evaluateCorrelationKey, evaluateString, type Result, success } from './evaluate.ts';

interface PreparedTimer {
  readonly kind: 'timer';
  readonly node: Node;
  readonly schedule: Schedule;
}
interface PreparedMessage {
  readonly kind: 'message';
  readonly node: Node;
  readonly messageName: string;
  readonly correlationKey: string;
}
export type Prepared = PreparedTimer | PreparedMessage;

const eventOf = (node: Node): EventDefinition | undefined => ('event' in node ? node.event : undefined);

/**
 * Evaluates what the given catching nodes wait for; `owner` will hold the subscriptions. A boundary event's correlation key is
 * evaluated in the flow scope of its activity, everything else in the owner's own scope (zeebe.md 3.9).
 */
export function prepare(
  engine: Engine,
  owner: ElementInstance,
  nodes: readonly NodeId[],
): Result<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  for (const index of nodes) {
    const node = owner.instance.graph.nodes[index] as Node;
    const event = eventOf(node);
    if (event?.type === 'timer') {
      const schedule = evaluateTimer(event, scopeOf(engine, owner));
      if (!schedule.ok) return schedule;
      prepared.push({ kind: 'timer', node, schedule: schedule.value });
    } else if (event?.type === 'message') {
      const name = evaluateString(event.name, scopeOf(engine, owner));
      if (!name.ok) return name;
      const keyScope = node.kind === 'boundaryEvent' ? owner.parent : owner;
      if (!event.correlationKey) throw new Error(`message event ${node.id} has no correlation key`);
      const key = evaluateCorrelationKey(event.correlationKey, name.value, scopeOf(engine, keyScope));
      if (!key.ok) return key;
      prepared.push({ kind: 'message', node, messageName: name.value, correlationKey: key.value });
    }
  }
  return success(prepared);
}

/** Opens prepared subscriptions. */
export function open(engine: Engine, owner: ElementInstance, prepared: readonly Prepared[]): void {
  for (const one of prepared) {
    const common = {
      ...fresh,
      key: newKey(engine.state),
      processInstanceKey: owner.instance.key,
      elementInstanceKey: owner.key,
      processDefinitionKey: owner.instance.definition.key,
      elementId: one.node.id,
    };
    if (one.kind === 'timer') {
      const timer: Timer = { ...common, ...one.schedule };
      add(engine.state, 'timers', timer);
      engine.wakeAt(timer.due, 'timer', timer.key);
    } else {
      const { messageName, correlationKey } = one;
      const subscription: Subscription = { ...common, messageName, correlationKey };
      add(engine.state, 'subscriptions', subscription);
      engine.steps.push({ type: 'correlate', subscription: subscription.key });
    }
  }
}

/** The node that waits on behalf of an element: the element itself (an inner instance has the id of its body), or one beside it. */
export function waitingNode(owner: ElementInstance, elementId: string): Node | undefined {
  if (owner.node.id === elementId) return owner.node;
  const { graph } = owner.instance;
  return graph.nodes[graph.byId.get(elementId) ?? -1];
}

/** Closes the subscriptions of an element; with `which`, only those of the nodes it accepts. */
export function closeSubscriptions(
  engine: Engine,
  owner: ElementInstance,
  which: (node: Node | undefined) => boolean = () => true,
): void {
  const { state } = engine;
  const accepted = (elementId: string): boolean => which(waitingNode(owner, elementId));
  for (const timer of [...(state.timersOf.get(owner.key) ?? [])]) {
    if (accepted(timer.elementId)) remove(state, 'timers', timer);
  }
  for (const subscription of [...(state.subscriptionsOf.get(owner.key) ?? [])]) {
    if (accepted(subscription.elementId)) remove(state, 'subscriptions', subscription);
  }
}
