/** Jobs of elements: their type, retries and headers, and the job itself. */
import type { JobSpec } from '../deploy/graph.ts';
import { joinEntries, quoteJson } from '../feel/index.ts';
import { setElement } from '../state/elements.ts';
import type { ElementInstance, Job } from '../state/model.ts';
import { add, fresh } from '../state/rows.ts';
import { newKey } from '../state/state.ts';
import { type Engine, scopeOf } from './engine.ts';
import { evaluateInteger, evaluateString, type Result, success } from './evaluate.ts';

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

export function createJob(engine: Engine, element: ElementInstance, properties: JobProperties): void {
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
