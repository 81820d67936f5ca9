/** What workers say about jobs: complete, fail, throw an error, change retries and timeout (zeebe.md 3.6, 3.7). */
import {
  accept,
  bytesOf,
  type Command,
  done,
  type Empty,
  type Outcome,
  reject,
} from '../commands/command.ts';
import type { Engine } from '../process/engine.ts';
import { throwError, uncaught } from '../process/errors.ts';
import { raiseIncident } from '../process/incidents.ts';
import { setElement } from '../state/elements.ts';
import type { Document, ElementInstance, Job, Key } from '../state/model.ts';
import { remove, setJobState } from '../state/rows.ts';
import { change, type State } from '../state/state.ts';
import { mergeLocal } from '../state/variables.ts';

const MAX_ERROR_MESSAGE = 10_000;
const cut = (message: string): string =>
  message.length > MAX_ERROR_MESSAGE ? `${message.slice(0, MAX_ERROR_MESSAGE)}...` : message;

const elementOf = (key: Key) => (state: State) => {
  const job = state.jobs.get(key);
  return job ? [job.elementInstanceKey] : [];
};

interface Found {
  readonly job: Job;
  readonly element: ElementInstance | undefined;
}

/** The job if a worker may still decide about it: activated or not, but not failed. */
function findOpen(state: State, key: Key, what: string): Outcome<Found> {
  const job = state.jobs.get(key);
  const expected = `Expected to ${what} job with key '${key}'`;
  if (!job) return reject('NOT_FOUND', `${expected}, but no such job was found`);
  if (job.state !== 'ACTIVATABLE' && job.state !== 'ACTIVATED') {
    return reject('INVALID_STATE', `${expected}, but it is in state '${job.state}'`);
  }
  return accept({ job, element: state.elements.get(job.elementInstanceKey) });
}

function removeJob(engine: Engine, job: Job, element: ElementInstance | undefined): void {
  remove(engine.state, 'jobs', job);
  if (element) setElement(engine.state, element, { jobKey: undefined });
}

export const completeJobCommand = (key: Key, variables: Document): Command<Empty> => ({
  intent: 'COMPLETE',
  recordBytes: () => 2 * bytesOf(variables),
  needs: elementOf(key),
  process(engine) {
    const found = findOpen(engine.state, key, 'complete');
    if (!found.ok) return found;
    const { job, element } = found.value;
    removeJob(engine, job, element);
    const listens = element?.listener !== undefined;
    const type = listens ? 'listener' : 'complete';
    if (element) engine.steps.push({ type, element: element.key, variables });
    return done;
  },
});

export interface FailJob {
  readonly retries: number;
  readonly errorMessage: string;
  /** Milliseconds. */
  readonly retryBackOff: number;
  readonly variables: Document;
}

export const failJobCommand = (key: Key, failure: FailJob): Command<Empty> => ({
  intent: 'FAIL',
  recordBytes: () => 2 * bytesOf(failure.variables),
  needs: elementOf(key),
  process(engine) {
    const { state } = engine;
    const found = findOpen(state, key, 'fail');
    if (!found.ok) return found;
    const { job, element } = found.value;
    const { retries } = failure;
    if (element) mergeLocal(state, element, failure.variables);
    if (retries <= 0) {
      setJobState(state, job, 'FAILED', { retries, due: 0 });
      const message = cut(failure.errorMessage) || 'No more retries left.';
      if (element) raiseIncident(engine, element, { type: 'JOB_NO_RETRIES', message }, job);
    } else if (failure.retryBackOff > 0) {
      const due = engine.now() + failure.retryBackOff;
      setJobState(state, job, 'FAILED', { retries, due });
      engine.wakeAt(due, 'job', key);
    } else {
      setJobState(state, job, 'ACTIVATABLE', { retries, due: 0 });
    }
    return done;
  },
});

export interface ThrowError {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly variables: Document;
}

export function throwErrorCommand(key: Key, thrown: ThrowError): Command<Empty> {
  let caught = false;
  return {
    intent: 'THROW_ERROR',
    recordBytes: () => (caught ? 2 : 1) * bytesOf(thrown.variables),
    needs: elementOf(key),
    process(engine) {
      const { state } = engine;
      const found = findOpen(state, key, 'throw an error for');
      if (!found.ok) return found;
      const { job, element } = found.value;
      if (!element) {
        remove(state, 'jobs', job);
        return done;
      }
      const error = {
        code: thrown.errorCode,
        message: cut(thrown.errorMessage),
        variables: thrown.variables,
      };
      // nobody catches what an execution listener throws (Zeebe 8.5.8)
      const failure =
        element.listener === undefined ? throwError(engine, element, error) : uncaught(error, []);
      caught = !failure;
      if (failure) {
        setJobState(state, job, 'ERROR_THROWN', { due: 0 });
        raiseIncident(engine, element, failure, job);
      } else {
        removeJob(engine, job, element);
      }
      return done;
    },
  };
}

export const updateRetriesCommand = (key: Key, retries: number): Command<Empty> => ({
  intent: 'UPDATE_RETRIES',
  process({ state }) {
    const expected = `Expected to update retries for job with key '${key}'`;
    if (retries < 1) {
      const reason = `${expected} with a positive amount of retries, but the amount given was '${retries}'`;
      return reject('INVALID_ARGUMENT', reason);
    }
    const job = state.jobs.get(key);
    if (!job) return reject('NOT_FOUND', `${expected}, but no such job was found`);
    change(state, 'jobs', job, { retries });
    return done;
  },
});

export const updateTimeoutCommand = (key: Key, timeout: number): Command<Empty> => ({
  intent: 'UPDATE_TIMEOUT',
  process(engine) {
    const job = engine.state.jobs.get(key);
    if (!job) {
      const reason = `Expected to update job deadline with key '${key}', but no such job was found`;
      return reject('NOT_FOUND', reason);
    }
    if (job.state !== 'ACTIVATED') {
      const reason = `Expected to update the timeout of job with key '${key}', but it is not active`;
      return reject('INVALID_STATE', reason);
    }
    const due = engine.now() + timeout;
    change(engine.state, 'jobs', job, { due });
    engine.wakeAt(due, 'job', key);
    return done;
  },
});

/** The activation timed out or the back-off is over: the job can be had again. */
export const jobDueCommand = (key: Key): Command<Empty> => ({
  intent: 'TIME_OUT',
  process(engine) {
    const job = engine.state.jobs.get(key);
    const waits = job && job.due > 0 && (job.state === 'ACTIVATED' || job.state === 'FAILED');
    if (waits && job.due <= engine.now())
      setJobState(engine.state, job, 'ACTIVATABLE', { due: 0, worker: '' });
    return done;
  },
});

/** Jobs that could not be delivered go back, unless something happened to them meanwhile. */
export const returnJobsCommand = (
  jobs: readonly { readonly key: Key; readonly due: number }[],
): Command<Empty> => ({
  intent: 'YIELD',
  process({ state }) {
    for (const { key, due } of jobs) {
      const job = state.jobs.get(key);
      if (job?.state === 'ACTIVATED' && job.due === due) {
        setJobState(state, job, 'ACTIVATABLE', { due: 0, worker: '' });
      }
    }
    return done;
  },
});
