/** Runs the steps of a command until the process waits, or cuts the run when it takes too long. */

import type { NodeKind } from '../deploy/graph.ts';
import { correlateBuffered, startBuffered } from '../messages/correlate.ts';
import { addFlows, createElement, setElement } from '../state/elements.ts';
import type { ElementInstance, Failure, Step } from '../state/model.ts';
import { newKey } from '../state/state.ts';
import { mergeLocal } from '../state/variables.ts';
import type { Behaviour } from './behaviour.ts';
import { behaviours } from './elements/index.ts';
import type { Engine } from './engine.ts';
import { raiseIncident } from './incidents.ts';
import { terminate } from './transitions.ts';

const behaviourOf = (element: ElementInstance): Behaviour<NodeKind> =>
  behaviours[element.node.kind] as unknown as Behaviour<NodeKind>;

/** Does queued steps, at most `limit`; what is left stays in `engine.steps`. */
export function run(engine: Engine, limit: number): void {
  let done = 0;
  const queue = engine.steps;
  while (done < queue.length && done < limit) {
    doStep(engine, queue[done] as Step);
    done++;
  }
  queue.splice(0, done);
}

function doStep(engine: Engine, step: Step): void {
  switch (step.type) {
    case 'activate':
      activateStep(engine, step);
      break;
    case 'complete':
      completeStep(engine, step);
      break;
    case 'terminate': {
      const element = engine.state.elements.get(step.element);
      if (element) terminate(engine, element);
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
  scope.state === 'ACTIVATED' &&
  !scope.whenTerminated &&
  (scope.interruptedBy === undefined || scope.interruptedBy === node);

function incidentIf(engine: Engine, element: ElementInstance, failure: Failure | undefined): void {
  if (failure) raiseIncident(engine, element, failure);
}

function activateStep(engine: Engine, step: Step & { type: 'activate' }): void {
  const { state } = engine;
  const scope = state.elements.get(step.scope);
  const node = scope?.instance.graph.nodes[step.node];
  if (!scope || !node || !mayRun(scope, step.node)) return;
  const element = createElement(state, newKey(state), scope.instance, node, scope);
  addFlows(state, scope, -1);
  if (step.variables && node.kind !== 'eventSubProcess') mergeLocal(state, element, step.variables);
  const behaviour = behaviourOf(element);
  incidentIf(engine, element, behaviour.activate(engine, element, node, step.variables));
}

function completeStep(engine: Engine, step: Step & { type: 'complete' }): void {
  const element = engine.state.elements.get(step.element);
  if (!element || (element.state !== 'ACTIVATED' && element.state !== 'COMPLETING')) return;
  if (element.whenTerminated || (element.parent && !mayRun(element.parent, element.node.index))) return;
  setElement(engine.state, element, { state: 'COMPLETING' });
  const behaviour = behaviourOf(element);
  incidentIf(engine, element, behaviour.complete(engine, element, element.node, step.variables));
}

function retryStep(engine: Engine, key: number): void {
  const element = engine.state.elements.get(key);
  if (!element || element.whenTerminated) return;
  const behaviour = behaviourOf(element);
  const node = element.node;
  if (element.state === 'ACTIVATING') {
    incidentIf(engine, element, behaviour.activate(engine, element, node, undefined));
  } else if (element.state === 'COMPLETING') {
    incidentIf(engine, element, behaviour.complete(engine, element, node, undefined));
  }
}
