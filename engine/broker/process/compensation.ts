/** Compensation: what can be undone, throwing it, and waiting for the handlers (zeebe.md 3.15). */
import type { EventDefinition, NodeId } from '../deploy/graph.ts';
import { addFlows, setElement } from '../state/elements.ts';
import type { Compensable, Compensation, ElementInstance } from '../state/model.ts';
import { newKey } from '../state/state.ts';
import type { Engine } from './engine.ts';
import { activated, complete } from './transitions.ts';

const nothing: Compensation = { completed: [], awaited: 0 };

/** Notes a completed activity in its scope; a completed handler lets the event that waits for it go on. */
export function completedForCompensation(engine: Engine, element: ElementInstance): void {
  const { compensation, node, parent } = element;
  if (compensation?.thrower !== undefined) handlerCompleted(engine, compensation.thrower);
  const inside = compensation?.completed ?? [];
  if (!parent || node.kind === 'eventSubProcess') return;
  if (inside.length === 0 && node.compensation === undefined) return;
  // inner instances of a multi-instance activity have its id: what is inside them counts as inside the body
  const isInner = parent.node.kind === 'multiInstanceBody';
  const before = parent.compensation ?? nothing;
  const completed = [
    ...before.completed,
    ...(isInner ? inside : [{ key: newKey(engine.state), activity: node.id, inside }]),
  ];
  setElement(engine.state, parent, { compensation: { ...before, completed } });
}

function handlerCompleted(engine: Engine, throwerKey: number): void {
  const thrower = engine.state.elements.get(throwerKey);
  if (thrower?.state !== 'ACTIVATED' || !thrower.compensation) return;
  const awaited = thrower.compensation.awaited - 1;
  setElement(engine.state, thrower, { compensation: { ...thrower.compensation, awaited } });
  if (awaited === 0) complete(engine, thrower);
}

/** Takes from a scope what an event compensates: each activity once. */
function take(engine: Engine, scope: ElementInstance, activity: string | undefined): readonly Compensable[] {
  const { compensation } = scope;
  if (!compensation) return [];
  const matches = (one: Compensable): boolean => activity === undefined || one.activity === activity;
  const taken = compensation.completed.filter(matches);
  const completed = compensation.completed.filter((one) => !matches(one));
  if (taken.length > 0) setElement(engine.state, scope, { compensation: { ...compensation, completed } });
  return taken;
}

/** Throws compensation in the scope of an event and activates the handlers there; it completes when they all have. False: no handlers. */
export function throwCompensation(
  engine: Engine,
  element: ElementInstance,
  event: EventDefinition & { readonly type: 'compensation' },
): boolean {
  const scope = element.parent as ElementInstance;
  const { graph } = element.instance;
  const handlers: NodeId[] = [];
  const collect = (list: readonly Compensable[]): void => {
    for (const { activity, inside } of list) {
      const handler = graph.nodes[graph.byId.get(activity) ?? -1]?.compensation;
      if (handler !== undefined) handlers.push(handler);
      collect(inside);
    }
  };
  const around =
    scope.node.kind === 'eventSubProcess' && event.activity === undefined ? scope.parent : undefined;
  const taken = [...(around ? take(engine, around, undefined) : []), ...take(engine, scope, event.activity)];
  collect(taken.sort((a, b) => a.key - b.key));
  activated(engine, element);
  if (handlers.length === 0) return false;
  setElement(engine.state, element, { compensation: { completed: [], awaited: handlers.length } });
  addFlows(engine.state, scope, handlers.length);
  for (const node of handlers) {
    engine.steps.push({ type: 'activate', scope: scope.key, node, thrower: element.key });
  }
  return true;
}
