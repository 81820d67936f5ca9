/** Terminating chosen elements of an instance at once, with the scopes that this leaves empty (zeebe.md 3.20). */
import { childrenOf, removeElement } from '../state/elements.ts';
import type { ElementInstance } from '../state/model.ts';
import { remove } from '../state/rows.ts';
import type { Engine } from './engine.ts';
import { clearIncidents } from './incidents.ts';
import { closeSubscriptions } from './subscriptions.ts';
import { instanceEnded } from './transitions.ts';

/** Terminates an element and all inside it. */
function terminateWhole(engine: Engine, element: ElementInstance): void {
  const { state } = engine;
  for (const child of childrenOf(element)) terminateWhole(engine, child);
  closeSubscriptions(engine, element);
  clearIncidents(engine, element);
  const job = element.jobKey === undefined ? undefined : state.jobs.get(element.jobKey);
  if (job) remove(state, 'jobs', job);
  const call = state.callOf.get(element.key);
  if (call) engine.steps.push({ type: 'terminate', element: call.key });
  removeElement(state, element, true);
  if (element.parent) return;
  // as in Zeebe, a call activity does not hear of it and waits
  const called = state.calls.get(element.key);
  if (called) remove(state, 'calls', called);
  instanceEnded(engine, element);
}

/**
 * Terminates an element, then each flow scope in which nothing is left, unless something is going to be activated in it. Returns false,
 * with that undone by the caller, when an instance would end that a call activity has created.
 */
export function terminateDirectly(
  engine: Engine,
  element: ElementInstance,
  needed: ReadonlySet<ElementInstance>,
): boolean {
  let next: ElementInstance | undefined = element;
  while (next) {
    if (!next.parent && next !== element && engine.state.calls.has(next.key)) return false;
    terminateWhole(engine, next);
    const scope: ElementInstance | undefined = next.parent;
    next = scope && scope.children === 0 && scope.activeFlows === 0 && !needed.has(scope) ? scope : undefined;
  }
  return true;
}
