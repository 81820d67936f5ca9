/** A timer is due. */
import { type Command, done, type Empty } from '../commands/command.ts';
import { compiled, latestOf } from '../deploy/definitions.ts';
import { startInstance } from '../process/create.ts';
import type { Engine } from '../process/engine.ts';
import { waitingNode } from '../process/subscriptions.ts';
import { accepts, trigger } from '../process/trigger.ts';
import { emptyDocument, type Key, type Timer } from '../state/model.ts';
import { remove } from '../state/rows.ts';
import { change } from '../state/state.ts';
import { nextDue } from './due.ts';

export const triggerTimerCommand = (key: Key): Command<Empty> => ({
  intent: 'TRIGGER',
  needs(state) {
    const timer = state.timers.get(key);
    return timer?.elementInstanceKey ? [timer.elementInstanceKey] : [];
  },
  process(engine) {
    const timer = engine.state.timers.get(key);
    if (!timer || timer.due > engine.now()) return done;
    repeat(engine, timer);
    if (timer.elementInstanceKey === 0) startByTimer(engine, timer);
    else triggerElement(engine, timer);
    return done;
  },
});

/** Sets the timer's next due time, or removes it when this was the last. */
function repeat(engine: Engine, timer: Timer): void {
  const { state } = engine;
  const due = timer.repetitions === 1 ? undefined : nextDue(timer.cycle, timer.due, engine.now());
  if (due === undefined) {
    remove(state, 'timers', timer);
    return;
  }
  change(state, 'timers', timer, { due, repetitions: timer.repetitions < 0 ? -1 : timer.repetitions - 1 });
  engine.wakeAt(due, 'timer', timer.key);
}

function triggerElement(engine: Engine, timer: Timer): void {
  const owner = engine.state.elements.get(timer.elementInstanceKey);
  const node = owner && waitingNode(owner, timer.elementId);
  if (owner && node && accepts(owner, node)) trigger(engine, owner, node, emptyDocument);
}

function startByTimer(engine: Engine, timer: Timer): void {
  const definition = engine.state.definitions.get(timer.processDefinitionKey);
  if (!definition || latestOf(engine.state, definition.bpmnProcessId) !== definition) return;
  const start = compiled(definition).byId.get(timer.elementId);
  if (start !== undefined) startInstance(engine, definition, { start });
}
