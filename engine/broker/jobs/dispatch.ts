/** Handing jobs to workers: streams first, then the oldest waiting poll (zeebe.md 3.6, 5.6). */
import type { Engine } from '../process/engine.ts';
import { raiseIncident } from '../process/incidents.ts';
import type { Job, Key } from '../state/model.ts';
import { setJobState } from '../state/rows.ts';
import { queueOf } from '../state/state.ts';
import { visibleDocument } from '../state/variables.ts';

export interface ActivatedJob {
  readonly job: Job;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly headers: string;
  readonly worker: string;
  readonly retries: number;
  /** Epoch ms. */
  readonly deadline: number;
  readonly variables: string;
}

interface Receiver {
  readonly type: string;
  readonly worker: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Variables wanted; empty = all visible ones. */
  readonly fetch: readonly string[];
}
/** An ActivateJobs call. */
export interface Poll extends Receiver {
  readonly max: number;
  /** Ends at once when there are no jobs. */
  readonly noWait: boolean;
  isOpen(): boolean;
  /** Called after the commit, once; false when the client is gone. */
  deliver(jobs: readonly ActivatedJob[]): boolean;
}
/** A StreamActivatedJobs call. */
export interface Stream extends Receiver {
  isOpen(): boolean;
  /** False while the client does not read. */
  isReady(): boolean;
  deliver(job: ActivatedJob): boolean;
}

/** What happens after the commit. */
export interface Handover {
  readonly jobs: readonly ActivatedJob[];
  send(): boolean;
}

export interface Dispatcher {
  addPoll(poll: Poll): void;
  removePoll(poll: Poll): void;
  addStream(stream: Stream): void;
  removeStream(stream: Stream): void;
  /** Activates jobs for whoever waits; `load` is told which instances have to be in memory first. */
  dispatch(engine: Engine, load: (elements: readonly Key[]) => void): Handover[];
  /** Everybody who waits, for the day the broker goes away. */
  clear(): void;
}

/** Room for other fields beside the jobs in a message of 4 MB. */
const MAX_BYTES = 4 * 1024 * 1024 - 8 * 1024;
/** Jobs of instances on disk are read in portions. */
const MAX_LOAD = 500;

const sizeOf = (job: ActivatedJob): number =>
  Buffer.byteLength(job.variables) + Buffer.byteLength(job.headers) + 256;

/** Splits an answer into messages below gRPC's limit. */
export function portions(jobs: readonly ActivatedJob[]): ActivatedJob[][] {
  const messages: ActivatedJob[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const job of jobs) {
    const own = sizeOf(job);
    if (size + own > MAX_BYTES) {
      messages.push([]);
      size = 0;
    }
    messages.at(-1)?.push(job);
    size += own;
  }
  return messages;
}

/** Activates a job for a receiver; a job too large for any message becomes an incident instead. */
function activate(engine: Engine, job: Job, receiver: Receiver): ActivatedJob | undefined {
  const { state } = engine;
  const element = state.elements.get(job.elementInstanceKey);
  const definition = state.definitions.get(job.processDefinitionKey);
  if (!element || !definition) throw new Error(`job ${job.key} has no element in memory`);
  const deadline = engine.now() + receiver.timeout;
  const activated: ActivatedJob = {
    job,
    bpmnProcessId: definition.bpmnProcessId,
    version: definition.version,
    headers: job.headers ?? '{}',
    worker: receiver.worker,
    retries: job.retries,
    deadline,
    variables: visibleDocument(element, receiver.fetch),
  };
  const size = sizeOf(activated);
  if (size > MAX_BYTES) {
    setJobState(state, job, 'FAILED', { due: 0 });
    const megabytes = (size / 1024 / 1024).toFixed(1);
    const message = `The job with key '${job.key}' can not be activated, because with ${megabytes} MB it is larger than the configured message size (per default is 4 MB). Try to reduce the size by reducing the number of fetched variables or modifying the variable values.`;
    raiseIncident(engine, element, { type: 'MESSAGE_SIZE_EXCEEDED', message }, job);
    return undefined;
  }
  setJobState(state, job, 'ACTIVATED', { due: deadline, worker: receiver.worker });
  engine.wakeAt(deadline, 'job', job.key);
  return activated;
}

export function createDispatcher(): Dispatcher {
  /** Oldest first. */
  const polls = new Map<string, Set<Poll>>();
  /** Polls that want an answer now. */
  const impatient = new Set<Poll>();
  /** Types for which there is a new poll or a new job: the others, with ten thousand polls it may be, are not looked at. */
  const stirred = new Set<string>();
  const streams = new Map<string, Stream[]>();
  /** Jobs for streams whose instance is being read. */
  let waiting: Job[] = [];

  function addPoll(poll: Poll): void {
    const parked = polls.get(poll.type);
    if (parked) parked.add(poll);
    else polls.set(poll.type, new Set([poll]));
    if (poll.noWait) impatient.add(poll);
    stirred.add(poll.type);
  }
  function removePoll(poll: Poll): void {
    impatient.delete(poll);
    const parked = polls.get(poll.type);
    if (parked?.delete(poll) && parked.size === 0) polls.delete(poll.type);
  }
  function addStream(stream: Stream): void {
    const list = streams.get(stream.type);
    if (list) list.push(stream);
    else streams.set(stream.type, [stream]);
  }
  function removeStream(stream: Stream): void {
    const list = (streams.get(stream.type) ?? []).filter((other) => other !== stream);
    if (list.length > 0) streams.set(stream.type, list);
    else streams.delete(stream.type);
  }

  /** Round robin over the streams of a type that read. */
  function nextStream(type: string): Stream | undefined {
    const list = streams.get(type);
    if (!list) return undefined;
    for (let tried = 0; tried < list.length; tried++) {
      const stream = list.shift() as Stream;
      list.push(stream);
      if (stream.isOpen() && stream.isReady()) return stream;
    }
    return undefined;
  }

  function push(engine: Engine, load: (elements: readonly Key[]) => void): Handover[] {
    const handovers: Handover[] = [];
    const cold: Job[] = [];
    const woken = [...waiting, ...engine.state.woken];
    engine.state.woken = [];
    for (const job of woken) {
      stirred.add(job.type);
      if (job.removed || job.state !== 'ACTIVATABLE' || !streams.has(job.type)) continue;
      if (!engine.state.elements.has(job.elementInstanceKey)) {
        cold.push(job);
        continue;
      }
      const stream = nextStream(job.type);
      const activated = stream && activate(engine, job, stream);
      if (activated) handovers.push({ jobs: [activated], send: () => stream.deliver(activated) });
    }
    waiting = cold;
    if (cold.length > 0) load(cold.slice(0, MAX_LOAD).map(({ elementInstanceKey }) => elementInstanceKey));
    return handovers;
  }

  function serve(
    engine: Engine,
    poll: Poll,
    load: (elements: readonly Key[]) => void,
  ): Handover | 'later' | 'none' {
    const { state } = engine;
    const jobs = queueOf(state, poll.type)
      .lowest(poll.max)
      .map((key) => state.jobs.get(key) as Job);
    const cold = jobs.findIndex(({ elementInstanceKey }) => !state.elements.has(elementInstanceKey));
    if (cold >= 0) {
      load(jobs.slice(cold, cold + MAX_LOAD).map(({ elementInstanceKey }) => elementInstanceKey));
      if (cold === 0) return 'later';
      jobs.length = cold;
    }
    const activated = jobs.flatMap((job) => activate(engine, job, poll) ?? []);
    return activated.length > 0 ? { jobs: activated, send: () => poll.deliver(activated) } : 'none';
  }

  function answer(engine: Engine, load: (elements: readonly Key[]) => void): Handover[] {
    const handovers: Handover[] = [];
    const types = [...stirred];
    stirred.clear();
    for (const type of types) {
      if (!answerType(engine, type, load, handovers)) stirred.add(type);
    }
    for (const poll of impatient) {
      if (stirred.has(poll.type)) continue;
      handovers.push({ jobs: [], send: () => poll.deliver([]) });
      removePoll(poll);
    }
    return handovers;
  }

  /** Serves the polls of a type as long as there are jobs; false when an instance has to be read first. */
  function answerType(
    engine: Engine,
    type: string,
    load: (elements: readonly Key[]) => void,
    handovers: Handover[],
  ): boolean {
    const queue = engine.state.activatable.get(type);
    for (const poll of polls.get(type) ?? []) {
      if (!queue || queue.size === 0) return true;
      if (!poll.isOpen()) continue;
      const served = serve(engine, poll, load);
      if (served === 'later') return false;
      if (served === 'none') continue;
      handovers.push(served);
      removePoll(poll);
    }
    return true;
  }

  return {
    addPoll,
    removePoll,
    addStream,
    removeStream,
    dispatch: (engine, load) => [...push(engine, load), ...answer(engine, load)],
    clear() {
      polls.clear();
      impatient.clear();
      stirred.clear();
      streams.clear();
      waiting = [];
    },
  };
}
