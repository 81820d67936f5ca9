/** Waiting for messages, timers and signals on behalf of an element: all expressions are evaluated before the first subscription opens. */
import type { EventDefinition, Node, NodeId } from '../deploy/graph.ts';
import type { ElementInstance, SignalSubscription, Subscription, Timer } from '../state/model.ts';
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
interface PreparedSignal {
  readonly kind: 'signal';
  readonly node: Node;
  readonly signalName: string;
}
export type Prepared = PreparedTimer | PreparedMessage | PreparedSignal;

/** Zeebe opens all messages first, then timers, then signals. */
const ORDER = { message: 0, timer: 1, signal: 2 } as const;

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
      const key = evaluateCorrelationKey(event.correlationKey, scopeOf(engine, keyScope));
      if (!key.ok) return key;
      prepared.push({ kind: 'message', node, messageName: name.value, correlationKey: key.value });
    } else if (event?.type === 'signal') {
      const name = evaluateString(event.name, scopeOf(engine, owner));
      if (!name.ok) return name;
      prepared.push({ kind: 'signal', node, signalName: name.value });
    }
  }
  return success(prepared.sort((a, b) => ORDER[a.kind] - ORDER[b.kind]));
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
    } else if (one.kind === 'message') {
      const { messageName, correlationKey } = one;
      replaceMessage(engine, owner, messageName);
      const subscription: Subscription = { ...common, messageName, correlationKey };
      add(engine.state, 'subscriptions', subscription);
      engine.steps.push({ type: 'correlate', subscription: subscription.key });
    } else {
      const { signalName } = one;
      replaceSignal(engine, owner, signalName);
      const subscription: SignalSubscription = { ...common, signalName };
      add(engine.state, 'signalSubscriptions', subscription);
    }
  }
}

/**
 * An element waits for a name once: where an event sub-process inside and a boundary event of a sub-process name the same message or
 * signal, only the boundary event, which is opened last, hears of it, as in Zeebe.
 */
function replaceMessage({ state }: Engine, owner: ElementInstance, name: string): void {
  for (const one of [...(state.subscriptionsOf.get(owner.key) ?? [])]) {
    if (one.messageName === name) remove(state, 'subscriptions', one);
  }
}
function replaceSignal({ state }: Engine, owner: ElementInstance, name: string): void {
  for (const one of [...(state.signalSubscriptionsOf.get(owner.key) ?? [])]) {
    if (one.signalName === name) remove(state, 'signalSubscriptions', one);
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
  const timers = state.timersOf.get(owner.key);
  const messages = state.subscriptionsOf.get(owner.key);
  const signals = state.signalSubscriptionsOf.get(owner.key);
  if (!timers && !messages && !signals) return;
  const accepted = ({ elementId }: { readonly elementId: string }): boolean =>
    which(waitingNode(owner, elementId));
  for (const timer of [...(timers ?? [])].filter(accepted)) remove(state, 'timers', timer);
  for (const message of [...(messages ?? [])].filter(accepted)) remove(state, 'subscriptions', message);
  for (const signal of [...(signals ?? [])].filter(accepted)) remove(state, 'signalSubscriptions', signal);
}
