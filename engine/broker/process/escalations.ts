/** Throwing escalations: who catches one goes on; when nobody does, nothing happens (zeebe.md 3.8). */
import { type ElementInstance, emptyDocument } from '../state/model.ts';
import { findCatcher } from './catchers.ts';
import type { Engine } from './engine.ts';
import { trigger } from './trigger.ts';

/**
 * Throws an escalation from an element; false when the catcher interrupts, so that the thrower must not complete. As in Zeebe this holds
 * also for a catcher whose scope is interrupted already: nothing happens then, and the thrower stands until its scope ends.
 */
export function throwEscalation(engine: Engine, from: ElementInstance, code: string): boolean {
  const { catcher } = findCatcher(engine.state, from, 'escalation', code);
  if (!catcher) return true;
  trigger(engine, catcher.owner, catcher.node, emptyDocument);
  return !catcher.node.interrupting;
}
