/** PublishMessage (zeebe.md 3.9). */
import { accept, bytesOf, type Command, reject } from '../commands/command.ts';
import type { Document, Key } from '../state/model.ts';
import { add, fresh, messageIdKey, remove } from '../state/rows.ts';
import { correlation, newKey, type State } from '../state/state.ts';
import { type Correlatable, correlateStart, correlateTo, processOf } from './correlate.ts';

export interface PublishMessage {
  readonly name: string;
  readonly correlationKey: string;
  /** Milliseconds; 0 or less: correlated now or never. */
  readonly timeToLive: number;
  readonly messageId: string;
  readonly variables: Document;
}

const waitingFor = (state: State, message: PublishMessage) =>
  state.waiting.get(correlation(message.name, message.correlationKey)) ?? [];

/** Published, expired when it is not buffered, and twice for each process that gets it. */
const recordsOf = ({ timeToLive }: PublishMessage, hits: number): number =>
  (timeToLive > 0 ? 1 : 2) + 2 * hits;

export function publishMessageCommand(message: PublishMessage): Command<{ readonly key: Key }> {
  let hits = 0;
  return {
    intent: 'PUBLISH',
    recordBytes: () => recordsOf(message, hits) * bytesOf(message.variables),
    needs: (state) => waitingFor(state, message).map(({ elementInstanceKey }) => elementInstanceKey),
    process(engine) {
      const { state } = engine;
      const { name, correlationKey, messageId, timeToLive, variables } = message;
      if (messageId !== '' && state.messageIds.has(messageIdKey(name, correlationKey, messageId))) {
        const reason = `Expected to publish a new message with id '${messageId}', but a message with that id was already published`;
        return reject('ALREADY_EXISTS', reason);
      }
      const key = newKey(state);
      let published: Correlatable = { name, correlationKey, variables, correlated: new Set() };
      if (timeToLive > 0) {
        const deadline = engine.now() + timeToLive;
        const buffered = { ...fresh, ...published, key, messageId, deadline };
        add(state, 'messages', buffered);
        engine.wakeAt(deadline, 'message', key);
        published = buffered;
      }
      const lost = new Set<string>();
      for (const subscription of [...waitingFor(state, message)]) {
        const bpmnProcessId = processOf(state, subscription);
        if (published.correlated.has(bpmnProcessId) || lost.has(bpmnProcessId)) continue;
        if (correlateTo(engine, subscription, published)) continue;
        // an element that takes no triggers any more hears of no further message; one that is not buffered is spent on it
        if (!subscription.removed) remove(state, 'subscriptions', subscription);
        if (timeToLive <= 0) lost.add(bpmnProcessId);
      }
      for (const start of state.messageStarts.get(name) ?? []) {
        if (!published.correlated.has(start.definition.bpmnProcessId))
          correlateStart(engine, start, published);
      }
      hits = published.correlated.size;
      return accept({ key });
    },
  };
}
