/** How a token moves: activation, completion, termination, taking flows, closing scopes (zeebe.md 3.3). */
import type { NodeId, SequenceFlow } from '../deploy/graph.ts';
import { addFlows, childrenOf, removeElement, setElement } from '../state/elements.ts';
import type { Document, ElementInstance, PendingEvent } from '../state/model.ts';
import { remove } from '../state/rows.ts';
import { completedForCompensation } from './compensation.ts';
import type { Engine } from './engine.ts';
import { clearIncidents } from './incidents.ts';
import { closeSubscriptions } from './subscriptions.ts';

export function activated(engine: Engine, element: ElementInstance): void {
  setElement(engine.state, element, { state: 'ACTIVATED' });
}

/** Queues the completion of an element. */
export function complete(engine: Engine, element: ElementInstance, variables?: Document): void {
  engine.steps.push({ type: 'complete', element: element.key, variables });
}

/** Queues the activation of a node in a scope; until then it counts as a flow under way. */
export function activate(
  engine: Engine,
  scope: ElementInstance,
  node: NodeId,
  variables?: Document,
  loopCounter?: number,
): void {
  addFlows(engine.state, scope, 1);
  engine.steps.push({ type: 'activate', scope: scope.key, node, variables, loopCounter });
}

/** Queues the activation of a node that no token leads to: nothing counts as under way (zeebe.md 3.20). */
export function activateDirectly(
  engine: Engine,
  scope: ElementInstance,
  node: NodeId,
  variables?: Document,
): void {
  engine.steps.push({ type: 'activate', scope: scope.key, node, variables, direct: true });
}

/** Takes a sequence flow; a parallel join activates once each of its incoming flows has a token. */
function takeFlow(engine: Engine, scope: ElementInstance, flow: SequenceFlow): void {
  const target = scope.instance.graph.nodes[flow.target];
  if (target?.kind !== 'parallelGateway' || target.incoming.length < 2) {
    activate(engine, scope, flow.target);
    return;
  }
  const tokens = new Map(scope.tokens);
  tokens.set(flow.index, (tokens.get(flow.index) ?? 0) + 1);
  if (target.incoming.some(({ index }) => !tokens.has(index))) {
    setElement(engine.state, scope, { tokens, activeFlows: scope.activeFlows + 1 });
    return;
  }
  for (const { index } of target.incoming) {
    const left = (tokens.get(index) ?? 0) - 1;
    if (left > 0) tokens.set(index, left);
    else tokens.delete(index);
  }
  setElement(engine.state, scope, {
    tokens,
    activeFlows: Math.max(0, scope.activeFlows + 1 - target.incoming.length),
  });
  activate(engine, scope, target.index);
}

/** Ends a completed element and goes on along the given flows (by default all outgoing ones). */
export function leave(
  engine: Engine,
  element: ElementInstance,
  flows: readonly SequenceFlow[] = element.node.outgoing,
): void {
  const scope = element.parent;
  if (element.compensation !== undefined || element.node.compensation !== undefined) {
    completedForCompensation(engine, element);
  }
  removeElement(engine.state, element);
  if (!scope) return;
  for (const flow of flows) takeFlow(engine, scope, flow);
  closeScope(engine, scope);
}

/** Completes a scope in which nothing is left to do. */
export function closeScope(engine: Engine, scope: ElementInstance): void {
  if (scope.state === 'ACTIVATED' && !scope.whenEmpty && scope.children === 0 && scope.activeFlows === 0) {
    complete(engine, scope);
  }
}

/** Begins to terminate an element: no more triggers, its job and incidents go, its children and the instance it called first. */
export function terminate(engine: Engine, element: ElementInstance): void {
  const { state } = engine;
  const call = state.callOf.get(element.key);
  if (element.state === 'TERMINATING') {
    if (element.children === 0 && !call) terminated(engine, element);
    return;
  }
  setElement(state, element, { state: 'TERMINATING', whenEmpty: undefined });
  closeSubscriptions(engine, element);
  clearIncidents(engine, element);
  const job = element.jobKey === undefined ? undefined : state.jobs.get(element.jobKey);
  if (job) remove(state, 'jobs', job);
  if (call) engine.steps.push({ type: 'terminate', element: call.key });
  else if (element.children === 0) terminated(engine, element);
  else terminateChildren(engine, element);
}

function terminateChildren(engine: Engine, scope: ElementInstance): void {
  for (const child of childrenOf(scope)) engine.steps.push({ type: 'terminate', element: child.key });
}

function terminated(engine: Engine, element: ElementInstance): void {
  const scope = element.parent;
  removeElement(engine.state, element, true);
  if (!scope) {
    instanceEnded(engine, element);
    return;
  }
  const { whenTerminated: boundary } = element;
  if (scope.state === 'TERMINATING') {
    if (scope.children === 0) terminated(engine, scope);
  } else if (boundary && scope.interruptedBy === undefined) {
    engine.enter(scope, boundary.node, boundary.variables);
  } else if (scope.whenEmpty) {
    startWhenEmpty(engine, scope);
  } else if (scope.interruptedBy !== undefined) {
    closeScope(engine, scope);
  }
}

/** Lets go of what an ended process instance held; whoever called it goes on or ends, too. */
export function instanceEnded(engine: Engine, root: ElementInstance, results?: Document): void {
  const call = engine.state.calls.get(root.key);
  const caller = call && engine.state.elements.get(call.callerKey);
  if (call) remove(engine.state, 'calls', call);
  if (caller) {
    if (root.state === 'COMPLETING' && caller.state === 'ACTIVATED') complete(engine, caller, results);
    else engine.steps.push({ type: 'terminate', element: caller.key });
  }
  const lock = engine.state.lockOf.get(root.key);
  if (!lock) return;
  remove(engine.state, 'locks', lock);
  const { bpmnProcessId, correlationKey } = lock;
  engine.steps.push({ type: 'unlock', bpmnProcessId, correlationKey });
}

/** Stops everything inside a scope; afterwards only `by` may run in it. */
export function interrupt(engine: Engine, scope: ElementInstance, by: NodeId, then?: PendingEvent): void {
  setElement(engine.state, scope, {
    interruptedBy: by,
    activeFlows: 0,
    tokens: undefined,
    whenEmpty: then,
  });
  terminateChildren(engine, scope);
  if (then) startWhenEmpty(engine, scope);
}

function startWhenEmpty(engine: Engine, scope: ElementInstance): void {
  const { whenEmpty } = scope;
  if (!whenEmpty || scope.children > 0) return;
  setElement(engine.state, scope, { whenEmpty: undefined });
  activate(engine, scope, whenEmpty.node, whenEmpty.variables);
}
