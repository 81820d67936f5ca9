/** Bringing messages and those who wait for them together (zeebe.md 3.9). */
import { startInstance } from '../process/create.ts';
import type { Engine } from '../process/engine.ts';
import { waitingNode } from '../process/subscriptions.ts';
import { trigger } from '../process/trigger.ts';
import type { Document, Key, Message, Subscription } from '../state/model.ts';
import { add, fresh } from '../state/rows.ts';
import { correlation, type MessageStart, markChanged, type State } from '../state/state.ts';

/** What a publication and a buffered message have in common. */
export interface Correlatable {
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: Document;
  readonly correlated: Set<string>;
}

export function processOf(state: State, subscription: Subscription): string {
  return state.definitions.get(subscription.processDefinitionKey)?.bpmnProcessId ?? '';
}

/** Triggers the element that holds a subscription; its instance must be in memory. False when it takes no triggers any more. */
export function correlateTo(engine: Engine, subscription: Subscription, message: Correlatable): boolean {
  const owner = engine.state.elements.get(subscription.elementInstanceKey);
  const node = owner && waitingNode(owner, subscription.elementId);
  if (!owner || !node || !trigger(engine, owner, node, message.variables)) return false;
  markCorrelated(engine, message, processOf(engine.state, subscription));
  return true;
}

/** Starts an instance by message unless one with the same correlation key lives. */
export function correlateStart(engine: Engine, start: MessageStart, message: Correlatable): boolean {
  const { state } = engine;
  const { bpmnProcessId } = start.definition;
  const { correlationKey } = message;
  if (correlationKey !== '' && state.locks.has(correlation(bpmnProcessId, correlationKey))) return false;
  const root = startInstance(engine, start.definition, { start: start.node, event: message.variables });
  if (correlationKey !== '') {
    add(state, 'locks', { ...fresh, bpmnProcessId, correlationKey, processInstanceKey: root.key });
  }
  markCorrelated(engine, message, bpmnProcessId);
  return true;
}

function markCorrelated(engine: Engine, message: Correlatable, bpmnProcessId: string): void {
  message.correlated.add(bpmnProcessId);
  engine.state.undo.push(() => message.correlated.delete(bpmnProcessId));
  if ('deadline' in message) markChanged(engine.state, 'messages', message as Message);
}

function firstBuffered(
  engine: Engine,
  names: readonly string[],
  correlationKey: string,
  bpmnProcessId: string,
): Message | undefined {
  const now = engine.now();
  let first: Message | undefined;
  for (const name of names) {
    const found = engine.state.buffered
      .get(correlation(name, correlationKey))
      ?.find((message) => message.deadline > now && !message.correlated.has(bpmnProcessId));
    if (found && (!first || found.key < first.key)) first = found;
  }
  return first;
}

/** A subscription was opened: the oldest buffered message for it is correlated. */
export function correlateBuffered(engine: Engine, key: Key): void {
  const subscription = engine.state.subscriptions.get(key);
  if (!subscription) return;
  const { messageName, correlationKey } = subscription;
  const bpmnProcessId = processOf(engine.state, subscription);
  const message = firstBuffered(engine, [messageName], correlationKey, bpmnProcessId);
  if (message) correlateTo(engine, subscription, message);
}

/** An instance started by message ended: the oldest buffered message of its key over all start events of the process starts the next. */
export function startBuffered(engine: Engine, bpmnProcessId: string, correlationKey: string): void {
  const starts: MessageStart[] = [];
  for (const list of engine.state.messageStarts.values()) {
    starts.push(...list.filter(({ definition }) => definition.bpmnProcessId === bpmnProcessId));
  }
  const names = starts.map(({ messageName }) => messageName);
  const message = firstBuffered(engine, names, correlationKey, bpmnProcessId);
  const start = starts.find(({ messageName }) => messageName === message?.name);
  if (message && start) correlateStart(engine, start, message);
}
