/** Runs the steps of a command until the process waits, or cuts the run when it takes too long. */

import { MAX_RECORD_BYTES, RecordsTooLarge } from '../commands/command.ts';
import type { NodeId, NodeKind } from '../deploy/graph.ts';
import { correlateBuffered, startBuffered } from '../messages/correlate.ts';
import { broadcast } from '../signals/broadcast.ts';
import { addFlows, createElement, setElement } from '../state/elements.ts';
import type { Document, ElementInstance, Failure, Key, Step } from '../state/model.ts';
import { newKey, rollback } from '../state/state.ts';
import { mergeLocal } from '../state/variables.ts';
import type { Behaviour } from './behaviour.ts';
import { beginCalled } from './call.ts';
import { checkCrowd } from './crowd.ts';
import { behaviours } from './elements/index.ts';
import type { Engine } from './engine.ts';
import { raiseIncident } from './incidents.ts';
import { listenerDone } from './job-work.ts';
import { bodyOf, enterInner, numberInner, spawn } from './multi-instance.ts';
import { terminate } from './transitions.ts';

const behaviourOf = (element: ElementInstance): Behaviour<NodeKind> =>
  behaviours[element.node.kind] as unknown as Behaviour<NodeKind>;

/**
 * Does queued steps, at most `limit` and for `ms` milliseconds; what is left stays in `engine.steps`. Returns the steps for commands of their own: those in called
 * instances that have to be read from Postgres first, and the rest of large broadcasts.
 */
export function run(engine: Engine, limit: number, ms: number): readonly Step[] {
  const end = performance.now() + ms;
  const later: Step[] = [];
  let done = 0;
  const queue = engine.steps;
  while (done < queue.length && done < limit && (done === 0 || performance.now() < end)) {
    const step = queue[done] as Step;
    if (step.type === 'terminate' && isCold(engine, step.element)) later.push(step);
    else if (step.type === 'signal') later.push(...broadcast(engine, step));
    else doStep(engine, step);
    done++;
  }
  queue.splice(0, done);
  return later;
}

/** A called instance that runs, but is not in memory. */
const isCold = ({ state }: Engine, key: Key): boolean => state.calls.has(key) && !state.elements.has(key);

function doStep(engine: Engine, step: Exclude<Step, { type: 'signal' }>): void {
  switch (step.type) {
    case 'activate':
      activateStep(engine, step);
      break;
    case 'complete':
      completeStep(engine, step);
      break;
    case 'listener':
      listenerStep(engine, step);
      break;
    case 'terminate': {
      const element = engine.state.elements.get(step.element);
      if (element) terminate(engine, element);
      break;
    }
    case 'spawn': {
      const body = engine.state.elements.get(step.element);
      if (body && mayRun(body, -1)) spawn(engine, body, step.from, step.to);
      break;
    }
    case 'begin': {
      const root = engine.state.elements.get(step.element);
      if (root) beginCalled(engine, root);
      break;
    }
    case 'retry':
      retryStep(engine, step.element);
      break;
    case 'correlate':
      correlateBuffered(engine, step.subscription);
      break;
    case 'unlock':
      startBuffered(engine, step.bpmnProcessId, step.correlationKey);
      break;
  }
}

const mayRun = (scope: ElementInstance, node: number): boolean =>
  scope.state === 'ACTIVATED' && (scope.interruptedBy === undefined || scope.interruptedBy === node);

function incidentIf(engine: Engine, element: ElementInstance, failure: Failure | undefined): void {
  if (failure) raiseIncident(engine, element, failure);
}

/** `Engine.enter` */
export function enterAtOnce(
  engine: Engine,
  scope: ElementInstance,
  node: NodeId,
  variables?: Document,
): void {
  const entered = scope.instance.graph.nodes[node];
  if (!entered || !mayRun(scope, node)) return;
  const element = createElement(engine.state, newKey(engine.state), scope.instance, entered, scope);
  if (variables) mergeLocal(engine.state, element, variables);
  incidentIf(engine, element, activateElement(engine, element, variables));
}

function activateStep(engine: Engine, step: Step & { type: 'activate' }): void {
  const { state } = engine;
  const scope = state.elements.get(step.scope);
  const node = scope?.instance.graph.nodes[step.node];
  if (!scope || !node || !mayRun(scope, step.node)) return;
  // a loop that has ended early begins no further inner instances
  if (step.loopCounter !== undefined && scope.interruptedBy !== undefined) return;
  const element = createElement(state, newKey(state), scope.instance, node, scope);
  // as in Zeebe, an element activated directly takes the place of a token that waits at a join
  if (!step.direct || scope.activeFlows > 0) addFlows(state, scope, -1);
  const own = step.direct || node.kind !== 'eventSubProcess';
  if (step.variables && own) mergeLocal(state, element, step.variables);
  if (step.thrower !== undefined) {
    setElement(state, element, { compensation: { completed: [], awaited: 0, thrower: step.thrower } });
  }
  if (step.loopCounter !== undefined) numberInner(engine, element, step.loopCounter);
  // a body's inner instances were counted when it began
  const crowded = bodyOf(element) ? undefined : checkCrowd(scope, element.node.id);
  if (crowded) {
    raiseIncident(engine, element, crowded);
    return;
  }
  incidentIf(engine, element, activateElement(engine, element, step.direct ? undefined : step.variables));
}

function activateElement(
  engine: Engine,
  element: ElementInstance,
  variables?: Document,
): Failure | undefined {
  const { state, steps } = engine;
  const [undo, queued] = [state.undo.length, steps.length];
  state.written = 0;
  const owner = bodyOf(element);
  const failure =
    (owner && enterInner(engine, element, owner)) ??
    behaviourOf(element).activate(engine, element, element.node, variables);
  return state.written > MAX_RECORD_BYTES ? takeBack(engine, element, undo, queued) : failure;
}

function completeElement(
  engine: Engine,
  element: ElementInstance,
  variables?: Document,
  event?: NodeId,
): Failure | undefined {
  const { state, steps } = engine;
  const [undo, queued] = [state.undo.length, steps.length];
  state.written = 0;
  const failure = behaviourOf(element).complete(engine, element, element.node, variables, event);
  if (state.written <= MAX_RECORD_BYTES) return failure;
  const tooLarge = takeBack(engine, element, undo, queued);
  // they came with a job or message that is gone: kept for the next attempt
  if (variables) mergeLocal(state, element, variables);
  return tooLarge;
}

/** Zeebe's records of one step take 4 MB: what would set more than that of variables does not happen. */
function takeBack(engine: Engine, element: ElementInstance, undo: number, queued: number): Failure {
  rollback(engine.state, undo);
  engine.steps.length = queued;
  return {
    type: 'MESSAGE_SIZE_EXCEEDED',
    message: `Expected to process element '${element.node.id}', but exceeded MAX_MESSAGE_SIZE limitation. If you have large or many variables consider reducing these.`,
  };
}

function completeStep(engine: Engine, step: Step & { type: 'complete' }): void {
  const element = engine.state.elements.get(step.element);
  if (!element || (element.state !== 'ACTIVATED' && element.state !== 'COMPLETING')) return;
  if (element.whenTerminated || (element.parent && !mayRun(element.parent, element.node.index))) return;
  setElement(engine.state, element, { state: 'COMPLETING' });
  incidentIf(engine, element, completeElement(engine, element, step.variables, step.event));
}

function listenerStep(engine: Engine, step: Step & { type: 'listener' }): void {
  const element = engine.state.elements.get(step.element);
  if (!element || element.whenTerminated || !element.parent) return;
  if (!mayRun(element.parent, element.node.index)) return;
  incidentIf(engine, element, listenerDone(engine, element, step.variables));
}

function retryStep(engine: Engine, key: number): void {
  const element = engine.state.elements.get(key);
  if (!element || element.whenTerminated) return;
  const again = element.state === 'ACTIVATING' ? activateElement : completeElement;
  const failure =
    element.state === 'ACTIVATING' || element.state === 'COMPLETING' ? again(engine, element) : undefined;
  // as in Zeebe the one who resolves hears of it, and the incident stays
  if (failure?.type === 'MESSAGE_SIZE_EXCEEDED') throw new RecordsTooLarge(failure.message);
  incidentIf(engine, element, failure);
}
