/** What all elements done by a job worker share (zeebe.md 3.6): mappings, job expressions, boundary events, then the job. */
import type { Document, ElementInstance, Failure } from '../state/model.ts';
import { createJob, evaluateJob, type JobProperties } from './create-job.ts';
import type { Engine } from './engine.ts';
import type { Result } from './evaluate.ts';
import { firstListener, nextListener } from './listeners.ts';
import { applyInput, applyOutput } from './mappings.ts';
import { bodyOf, completeInner } from './multi-instance.ts';
import { closeSubscriptions, open, prepare } from './subscriptions.ts';
import { activated, leave } from './transitions.ts';

export { evaluateJob, headersJson, type JobProperties } from './create-job.ts';

type Properties = (engine: Engine, element: ElementInstance) => Result<JobProperties>;

/** Activates an element done by a job. */
export function activateJobWork(
  engine: Engine,
  element: ElementInstance,
  properties: Properties,
): Failure | undefined {
  const failure = applyInput(engine, element);
  if (failure) return failure;
  const listens = firstListener(engine, element);
  return listens === false ? beginWork(engine, element, properties) : failureOf(listens);
}

const failureOf = (listens: Failure | true): Failure | undefined => (listens === true ? undefined : listens);

/** The start listeners are done: the job of the element itself. */
function beginWork(engine: Engine, element: ElementInstance, properties: Properties): Failure | undefined {
  const job = properties(engine, element);
  if (!job.ok) return job.failure;
  const boundary = prepare(engine, element, element.node.boundary);
  if (!boundary.ok) return boundary.failure;
  open(engine, element, boundary.value);
  createJob(engine, element, job.value);
  activated(engine, element);
  return undefined;
}

/** Completes an activity: results go out, subscriptions close, the token moves on. */
export function completeActivity(
  engine: Engine,
  element: ElementInstance,
  variables: Document | undefined,
): Failure | undefined {
  const failure = applyOutput(engine, element, variables);
  if (failure) return failure;
  closeSubscriptions(engine, element);
  const listens = firstListener(engine, element);
  return listens === false ? leaveActivity(engine, element) : failureOf(listens);
}

/** A listener's job was completed: the next one has its turn, then the element goes on. */
export function listenerDone(
  engine: Engine,
  element: ElementInstance,
  variables: Document | undefined,
): Failure | undefined {
  const listens = nextListener(engine, element, variables);
  if (listens !== false) return failureOf(listens);
  const { node } = element;
  if (element.state !== 'ACTIVATING') return leaveActivity(engine, element);
  if (node.kind !== 'serviceTask') throw new Error(`element ${node.id} has no listeners`);
  return beginWork(engine, element, () => evaluateJob(engine, element, node.job));
}

function leaveActivity(engine: Engine, element: ElementInstance): Failure | undefined {
  const owner = bodyOf(element);
  if (owner) return completeInner(engine, element, owner);
  leave(engine, element);
  return undefined;
}
