/** What all elements done by a job worker share (zeebe.md 3.6): mappings, job expressions, boundary events, then the job. */
import type { JobSpec } from '../deploy/graph.ts';
import { joinEntries, quoteJson } from '../feel/index.ts';
import { setElement } from '../state/elements.ts';
import type { Document, ElementInstance, Failure, Job } from '../state/model.ts';
import { add, fresh } from '../state/rows.ts';
import { newKey } from '../state/state.ts';
import type { Engine } from './engine.ts';
import { scopeOf } from './engine.ts';
import { evaluateInteger, evaluateString, type Result, success } from './evaluate.ts';
import { applyInput, applyOutput } from './mappings.ts';
import { bodyOf, completeInner } from './multi-instance.ts';
import { closeSubscriptions, open, prepare } from './subscriptions.ts';
import { activated, leave } from './transitions.ts';

export interface JobProperties {
  readonly type: string;
  readonly retries: number;
  /** JSON object text of strings. */
  readonly headers: string;
}

export const headersJson = (headers: readonly (readonly [string, string])[]): string =>
  joinEntries(new Map(headers.map(([key, value]) => [key, quoteJson(value)])));

/** Type, retries and headers of a job as its task definition says. */
export function evaluateJob(engine: Engine, element: ElementInstance, spec: JobSpec): Result<JobProperties> {
  const type = evaluateString(spec.type, scopeOf(engine, element));
  if (!type.ok) return type;
  const retries = evaluateInteger(spec.retries, scopeOf(engine, element));
  if (!retries.ok) return retries;
  return success({ type: type.value, retries: retries.value, headers: headersJson(spec.headers) });
}

type Properties = (engine: Engine, element: ElementInstance) => Result<JobProperties>;

/** Activates an element done by a job. */
export function activateJobWork(
  engine: Engine,
  element: ElementInstance,
  properties: Properties,
): Failure | undefined {
  const failure = applyInput(engine, element);
  if (failure) return failure;
  const job = properties(engine, element);
  if (!job.ok) return job.failure;
  const boundary = prepare(engine, element, element.node.boundary);
  if (!boundary.ok) return boundary.failure;
  open(engine, element, boundary.value);
  createJob(engine, element, job.value);
  activated(engine, element);
  return undefined;
}

function createJob(engine: Engine, element: ElementInstance, properties: JobProperties): void {
  const { state } = engine;
  const job: Job = {
    ...fresh,
    ...properties,
    key: newKey(state),
    processInstanceKey: element.instance.key,
    elementInstanceKey: element.key,
    processDefinitionKey: element.instance.definition.key,
    elementId: element.node.id,
    state: 'ACTIVATABLE',
    due: 0,
    worker: '',
  };
  add(state, 'jobs', job);
  setElement(state, element, { jobKey: job.key });
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
  const owner = bodyOf(element);
  if (owner) return completeInner(engine, element, owner);
  leave(engine, element);
  return undefined;
}
