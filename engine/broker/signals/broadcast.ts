/** Broadcasting signals: to everybody who waits for the name at that moment, and to nobody later (zeebe.md 3.11). */
import { accept, type Command } from '../commands/command.ts';
import { startInstance } from '../process/create.ts';
import type { Engine } from '../process/engine.ts';
import { waitingNode } from '../process/subscriptions.ts';
import { trigger } from '../process/trigger.ts';
import type { Document, Key, SignalSubscription, Step } from '../state/model.ts';
import { newKey, type SignalStart, type State } from '../state/state.ts';

type SignalStep = Step & { readonly type: 'signal' };
type Target = SignalSubscription | SignalStart;

/** Targets of one command: a signal that thousands wait for must not stop the broker for others. */
const PORTION = 500;
/** Readings after which an element that is not in Postgres either is passed over. */
const MAX_READS = 3;

/** Zeebe's order: by element instance, start events by process definition. */
const orderOf = (target: Target): Key =>
  'elementInstanceKey' in target ? target.elementInstanceKey : target.definition.key;
const bornAt = (target: Target): Key => ('key' in target ? target.key : target.definition.key);

/** The next targets of a signal. */
function portionOf(state: State, { name, after }: SignalStep): Target[] {
  const waiting = state.signalWaiting.get(name)?.after(after, PORTION) ?? [];
  const starts = (state.signalStarts.get(name) ?? []).filter((start) => orderOf(start) > after);
  if (starts.length === 0) return waiting;
  return [...waiting, ...starts].sort((a, b) => orderOf(a) - orderOf(b)).slice(0, PORTION);
}

/** Element instances that have to be in memory for a step. */
export const signalNeeds = (state: State, step: SignalStep): Key[] =>
  portionOf(state, step).flatMap((target) =>
    'elementInstanceKey' in target ? target.elementInstanceKey : [],
  );

/** Triggers the next portion. Returns what is left for a command of its own. */
export function broadcast(engine: Engine, step: SignalStep): readonly Step[] {
  const { state } = engine;
  const before = step.before ?? state.nextKey;
  const targets = portionOf(state, step);
  const isCold = (key: Key): boolean => !state.elements.has(key);
  if (step.reads < MAX_READS && signalNeeds(state, step).some(isCold)) {
    return [{ ...step, before, reads: step.reads + 1 }];
  }
  for (const target of targets) {
    // who began to wait after the broadcast is not meant
    if (bornAt(target) < before) reach(engine, target, step.variables);
  }
  const last = targets.at(-1);
  return last && targets.length === PORTION ? [{ ...step, before, after: orderOf(last), reads: 0 }] : [];
}

function reach(engine: Engine, target: Target, variables: Document): void {
  if (!('elementInstanceKey' in target)) {
    startInstance(engine, target.definition, { start: target.node, event: variables });
    return;
  }
  const owner = engine.state.elements.get(target.elementInstanceKey);
  const node = owner && waitingNode(owner, target.elementId);
  if (node && !target.removed) trigger(engine, owner, node, variables);
}

/** The step that broadcasts a signal to everybody who waits when it is done. */
export const signalStep = (name: string, variables: Document): SignalStep => ({
  type: 'signal',
  name,
  variables,
  after: 0,
  reads: 0,
});

/** BroadcastSignal. */
export const broadcastSignalCommand = (
  name: string,
  variables: Document,
): Command<{ readonly key: Key }> => ({
  intent: 'BROADCAST',
  needs: (state) => signalNeeds(state, signalStep(name, variables)),
  process(engine) {
    const { state } = engine;
    const key = newKey(state);
    engine.steps.push(signalStep(name, variables));
    return accept({ key });
  },
});
