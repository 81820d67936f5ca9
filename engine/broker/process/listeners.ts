/** Execution listeners: jobs before a task's own job and after its results, one after the other (zeebe.md 3.6). */
import type { Listeners } from '../deploy/graph.ts';
import { setElement } from '../state/elements.ts';
import type { Document, ElementInstance, Failure } from '../state/model.ts';
import { mergeLocal } from '../state/variables.ts';
import { createJob, evaluateJob } from './create-job.ts';
import type { Engine } from './engine.ts';

const listenersOf = ({ node }: ElementInstance): Listeners | undefined =>
  'listeners' in node ? node.listeners : undefined;

/** Gives the listener of that number its job. False when there is none: the element goes on. */
function listen(engine: Engine, element: ElementInstance, number: number): Failure | boolean {
  const listeners = listenersOf(element);
  const spec = (element.state === 'ACTIVATING' ? listeners?.start : listeners?.end)?.[number];
  if (!spec) {
    if (element.listener !== undefined) setElement(engine.state, element, { listener: undefined });
    return false;
  }
  const job = evaluateJob(engine, element, spec);
  if (!job.ok) return job.failure;
  createJob(engine, element, job.value);
  setElement(engine.state, element, { listener: number });
  return true;
}

/** Begins with the first listener of the phase that the element is in. */
export const firstListener = (engine: Engine, element: ElementInstance): Failure | boolean =>
  listenersOf(element) ? listen(engine, element, 0) : false;

/**
 * The job of the current listener was completed: its variables go to the element when it starts, to its flow scope when it ends. Answers
 * as `firstListener` does, for the next one.
 */
export function nextListener(
  engine: Engine,
  element: ElementInstance,
  variables: Document | undefined,
): Failure | boolean {
  const { state } = engine;
  const scope = element.state === 'ACTIVATING' ? element : (element.parent ?? element);
  if (variables) mergeLocal(state, scope, variables);
  return listen(engine, element, (element.listener ?? 0) + 1);
}
