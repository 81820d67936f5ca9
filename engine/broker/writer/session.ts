/** One life of the broker's memory: from reading Postgres until it is closed or a write fails. All changes happen here, in batches. */
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import {
  type Command,
  MAX_RECORD_BYTES,
  type Outcome,
  RecordsTooLarge,
  reject,
} from '../commands/command.ts';
import { enterDefinition, listenToLatest } from '../deploy/definitions.ts';
import { jobDueCommand, returnJobsCommand } from '../jobs/commands.ts';
import type { Dispatcher, Handover } from '../jobs/dispatch.ts';
import { expireMessageCommand } from '../messages/expire.ts';
import type { Figures } from '../operation/figures.ts';
import type { CallLimits } from '../process/call.ts';
import type { Engine } from '../process/engine.ts';
import { enterAtOnce, run } from '../process/run.ts';
import { signalNeeds } from '../signals/broadcast.ts';
import { enterInstance, leaveInstance } from '../state/elements.ts';
import { createHistory } from '../state/history.ts';
import type { Continuation, ElementInstance, Key, Step } from '../state/model.ts';
import { add, fresh, remove } from '../state/rows.ts';
import { createState, newKey, noChanges, rollback, type State } from '../state/state.ts';
import { buildFlush } from '../store/flush.ts';
import { type HistoryPart, historyParts } from '../store/history.ts';
import { fillHeaders, type LoadedInstance } from '../store/load.ts';
import { isDiskFull, KEY_RESERVE, type Store } from '../store/store.ts';
import { triggerTimerCommand } from '../timers/trigger.ts';
import { OutOfSpace, Unavailable } from '../unavailable.ts';
import { createDueHeap, type Due } from './due.ts';

/** Steps of one command before its run is cut and goes on behind others. */
const MAX_STEPS = 2_000;
/** How long one command runs before the same happens, in ms. */
const MAX_RUN = 20;
/** Changed elements of a batch above which cut runs wait for the batch before it to be written. */
const MAX_BATCH = 2_000;
/** How long commands are processed before other work of the process gets its turn, in ms. */
const MAX_SLICE = 10;
/** Warm process instances kept in memory. */
const MAX_WARM = 10_000;
/** How old the written history of a running instance may be, in ms. */
const HISTORY_PAUSE = 1_000;
/** Keys of one read. */
const MAX_READ = 1_000;

/** Steps of a cut run that are noted together: the instances they are about have to be in memory together. */
const MAX_PART = 500;

const CONTINUE = 'CONTINUE';
const none: ReadonlySet<Key> = new Set();

export interface SessionOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly dispatcher: Dispatcher;
  readonly figures: Figures;
  /** Whether a history of instances is kept. */
  readonly keepsHistory: boolean;
  readonly callLimits: CallLimits;
  readonly onCompleted: (root: ElementInstance, afterCommit: (action: () => void) => void) => void;
  /** The memory is no longer right, or cannot be written: it must be thrown away. */
  readonly onFailed: (error: unknown) => void;
}

interface Waiting {
  readonly command: Command<unknown>;
  readonly settle: (outcome: Outcome<unknown>) => void;
  readonly fail: (error: Error) => void;
  /** Keys that were looked for in Postgres and are not there. */
  absent: ReadonlySet<Key>;
}

export interface Session {
  readonly state: State;
  /** Commands taken but not answered. */
  readonly load: number;
  /** Processes a command; the outcome comes after its commit. Rejects with the given error when the session ends before. */
  submit<T>(command: Command<T>): Promise<Outcome<T>>;
  /** Looks for jobs for whoever waits. */
  wake(): void;
  /** Refuses everything from now on; commands under way get the error. */
  abort(error: Error): void;
  /** Writes what is pending and ends. */
  close(error: Error): Promise<void>;
}

/** Reads the definitions and indexes and begins to work. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { store, clock, log, dispatcher, figures } = options;
  const state = createState(store.nextKey);
  if (options.keepsHistory) state.history = createHistory();
  let ended: Error | undefined;
  let queue: Waiting[] = [];
  let answers: (() => void)[] = [];
  let inFlight: (() => void)[] | undefined;
  let reserved = store.nextKey + KEY_RESERVE;
  let committed = 0;
  let unanswered = 0;
  let scheduled = false;
  let wanted = new Set<Key>();
  /** Elements wanted to hand their jobs out. */
  const forJobs = new Set<Key>();
  let parked: Waiting[] = [];
  /** Parts of cut runs that wait until what is being read has been used: all at once they would not fit into memory. */
  let coldParts: Waiting[] = [];
  /** Cut runs that wait for the flush under way. */
  let postponed: Waiting[] = [];
  let reading = false;
  let onIdle: (() => void) | undefined;
  let historyTimer: NodeJS.Timeout | undefined;
  /** What running instances have gone through is to be written with the next batch. */
  let historyDue = false;

  const due = createDueHeap(clock, (list) => {
    for (const one of list) submitInternal(commandFor(one));
  });
  const engine: Engine = {
    state,
    callLimits: options.callLimits,
    steps: [],
    enter: (scope, node, variables) => enterAtOnce(engine, scope, node, variables),
    now: () => clock.now(),
    wakeAt: (at, kind, key) => due.add(at, kind, key),
    completed: (root) => options.onCompleted(root, (action) => answers.push(action)),
  };

  await store.loadDefinitions((definition) => {
    if (definition.resource.length === 0) {
      const { bpmnProcessId, version } = definition;
      state.highestVersion.set(
        bpmnProcessId,
        Math.max(state.highestVersion.get(bpmnProcessId) ?? 0, version),
      );
    } else enterDefinition(state, definition);
  });
  for (const bpmnProcessId of state.versions.keys()) {
    try {
      listenToLatest(state, bpmnProcessId);
    } catch (error) {
      log.error(
        { err: error, bpmnProcessId },
        'a deployed process cannot be read any more: its start events are deaf',
      );
    }
  }
  await store.loadIndexes(state);
  for (const timer of state.timers.values()) due.add(timer.due, 'timer', timer.key);
  for (const job of state.jobs.values()) if (job.due > 0) due.add(job.due, 'job', job.key);
  for (const message of state.messages.values()) due.add(message.deadline, 'message', message.key);
  for (const continuation of state.continuations.values()) submitInternal(continueCommand(continuation));

  function fail(error: unknown): void {
    if (ended) return;
    abort(isDiskFull(error) ? new OutOfSpace() : new Unavailable('the broker lost its database'));
    options.onFailed(error);
  }

  function abort(error: Error): void {
    if (ended) return;
    ended = error;
    due.stop();
    clearTimeout(historyTimer);
    for (const waiting of [...queue, ...parked]) waiting.fail(error);
    for (const failed of failures) failed(error);
    queue = [];
    parked = [];
    answers = [];
  }

  /** Whoever waits for a commit. */
  const failures = new Set<(error: Error) => void>();

  function enqueue(waiting: Waiting): void {
    queue.push(waiting);
    schedule();
  }
  function submitInternal(command: Command<unknown>): void {
    if (ended) return;
    enqueue({
      command,
      absent: none,
      settle: (outcome) => {
        if (!outcome.ok)
          log.warn({ intent: command.intent, reason: outcome.reason }, 'internal command rejected');
      },
      fail: () => undefined,
    });
  }
  function submit<T>(command: Command<T>): Promise<Outcome<T>> {
    if (ended) return Promise.reject(ended);
    unanswered++;
    return new Promise((resolve, rejectPromise) => {
      const failed = (error: Error): void => {
        failures.delete(failed);
        unanswered--;
        rejectPromise(error);
      };
      failures.add(failed);
      enqueue({
        command,
        absent: none,
        settle: (outcome) => {
          failures.delete(failed);
          unanswered--;
          resolve(outcome as Outcome<T>);
        },
        fail: () => undefined,
      });
    });
  }
  function schedule(): void {
    if (scheduled || ended) return;
    scheduled = true;
    setImmediate(pump);
  }

  function pump(): void {
    scheduled = false;
    if (ended) return;
    try {
      processQueue();
      for (const handover of dispatch()) answers.push(() => handOver(handover));
      flush();
    } catch (error) {
      log.error({ err: error }, 'the broker stumbled; it reads its state again');
      fail(error);
    }
  }

  function processQueue(): void {
    const end = performance.now() + MAX_SLICE;
    if (state.history) state.history.now = clock.now();
    let index = 0;
    while (index < queue.length && performance.now() < end) {
      const waiting = queue[index++] as Waiting;
      if (waiting.command.intent === CONTINUE && inFlight && state.changes.elements.size > MAX_BATCH) {
        postponed.push(waiting);
        continue;
      }
      const missing = coldKeys(waiting.command.needs?.(state) ?? []).filter(
        (key) => !waiting.absent.has(key),
      );
      if (missing.length === 0) execute(waiting);
      else if (waiting.command.intent === CONTINUE && reading) {
        coldParts.push(waiting);
      } else {
        parked.push(waiting);
        want(missing);
      }
    }
    queue.splice(0, index);
    if (queue.length > 0) schedule();
  }

  const coldKeys = (keys: readonly Key[]): Key[] => keys.filter((key) => !state.elements.has(key));

  function execute({ command, settle }: Waiting): void {
    let outcome: Outcome<unknown>;
    const answered = answers.length;
    engine.steps = [];
    state.undo = [];
    try {
      outcome = command.process(engine);
      if (outcome.ok && (command.recordBytes?.() ?? 0) > MAX_RECORD_BYTES) {
        rollback(state);
        answers.length = answered;
        outcome = reject('EXCEEDED_BATCH_RECORD_SIZE', 'The documents are too large.');
      }
      if (outcome.ok) {
        // first in, first out: what follows from one part of a cut run comes after its other parts
        const isPart = command.intent === CONTINUE && state.continuations.size > 0;
        const later = run(engine, isPart ? engine.steps.length : MAX_STEPS, MAX_RUN);
        cutRun([...later, ...engine.steps]);
      }
    } catch (error) {
      rollback(state);
      answers.length = answered;
      outcome = taken(command, error);
    }
    state.undo = [];
    figures.command(command.intent, outcome.ok ? 'ACCEPTED' : outcome.type);
    answers.push(() => settle(outcome));
  }

  /** Why a command that threw was taken back. */
  function taken({ intent }: Command<unknown>, error: unknown): Outcome<unknown> {
    const text = error instanceof Error ? error.message : String(error);
    if (error instanceof RecordsTooLarge) return reject('EXCEEDED_BATCH_RECORD_SIZE', text);
    log.error({ err: error, intent }, 'a command failed and was taken back');
    return reject(
      'PROCESSING_ERROR',
      `Expected to process command '${intent}' without errors, but exception occurred with message '${text}'.`,
    );
  }

  /** Notes steps durably, the rest of a long run or steps in instances that are not in memory, and queues them behind other commands. */
  function cutRun(steps: readonly Step[]): void {
    for (let at = 0; at < steps.length; at += MAX_PART) {
      const part = steps.slice(at, at + MAX_PART);
      const [processInstanceKey = 0] = keysOf(part);
      const continuation: Continuation = { ...fresh, key: newKey(state), processInstanceKey, steps: part };
      add(state, 'continuations', continuation);
      submitInternal(continueCommand(continuation));
    }
  }

  /** Element instances that steps are about. */
  const keysOf = (steps: readonly Step[]): Key[] =>
    steps.flatMap((step) => {
      if ('element' in step) return step.element;
      if ('scope' in step) return step.scope;
      if (step.type === 'signal') return signalNeeds(state, step);
      return step.type === 'correlate'
        ? (state.subscriptions.get(step.subscription)?.elementInstanceKey ?? [])
        : [];
    });

  function continueCommand(continuation: Continuation): Command<unknown> {
    return {
      intent: CONTINUE,
      needs: () => keysOf(continuation.steps),
      process() {
        if (!continuation.removed) {
          remove(state, 'continuations', continuation);
          engine.steps.push(...continuation.steps);
        }
        return { ok: true, value: undefined };
      },
    };
  }

  function dispatch(): Handover[] {
    state.undo = [];
    const handovers = dispatcher.dispatch(engine, (elements) => {
      for (const key of elements) forJobs.add(key);
      want(elements);
    });
    state.undo = [];
    return handovers;
  }

  /** After the commit: jobs go out, or back when nobody takes them. */
  function handOver({ jobs, send }: Handover): void {
    if (jobs.length === 0) {
      send();
    } else if (send()) {
      figures.activated(jobs.length);
    } else {
      giveBack(jobs);
    }
  }

  function giveBack(jobs: Handover['jobs']): void {
    submitInternal(returnJobsCommand(jobs.map(({ job, deadline }) => ({ key: job.key, due: deadline }))));
  }

  function flush(): void {
    if (inFlight) return;
    const { changes, batch } = state;
    const upTo = state.nextKey + KEY_RESERVE;
    const needed = state.nextKey > reserved - KEY_RESERVE / 2;
    const statement = buildFlush(changes, store.epoch, { upTo, needed }, pathsToWrite());
    if (statement) reserved = upTo;
    if (!statement && answers.length === 0) {
      if (queue.length === 0 && parked.length === 0) onIdle?.();
      return;
    }
    const replies = answers;
    answers = [];
    state.changes = noChanges();
    state.batch++;
    inFlight = replies;
    const begun = performance.now();
    const finish = (): void => {
      inFlight = undefined;
      if (ended) return;
      committed = batch;
      if (statement) figures.committed((performance.now() - begun) / 1000, replies.length);
      if (!reading) for (const [key, at] of state.ended) if (at <= committed) state.ended.delete(key);
      for (const reply of replies) reply();
      queue.push(...postponed);
      postponed = [];
      due.tidy(isStillDue);
      evict();
      schedule();
    };
    if (statement) store.flush(statement).then(finish, fail);
    else finish();
  }

  /** Instances that ended, at once; what running ones have gone through, once in a while. */
  function pathsToWrite(): HistoryPart[] {
    const { history } = state;
    if (!history) return [];
    const parts = historyParts(history, historyDue);
    if (historyDue) historyDue = false;
    else if (history.unsaved.size > 0)
      historyTimer ??= setTimeout(() => {
        historyTimer = undefined;
        historyDue = true;
        schedule();
      }, HISTORY_PAUSE);
    return parts;
  }

  function isStillDue(at: number, { kind, key }: Due): boolean {
    if (kind === 'timer') return state.timers.get(key)?.due === at;
    return (kind === 'job' ? state.jobs.get(key)?.due : state.messages.get(key)?.deadline) === at;
  }

  function evict(): void {
    if (state.instances.size <= MAX_WARM) return;
    let looked = 0;
    for (const instance of state.instances.values()) {
      if (state.instances.size <= MAX_WARM || looked++ > 1000) return;
      if (instance.warmCalls > 0 || state.history?.unsaved.has(instance)) {
        // to the end, so that the next look meets others
        state.instances.delete(instance.key);
        state.instances.set(instance.key, instance);
        continue;
      }
      if (instance.batch < committed - 100) leaveInstance(state, instance);
      else if (instance.batch <= committed && state.instances.size > MAX_WARM * 2)
        leaveInstance(state, instance);
    }
  }

  function want(keys: readonly Key[]): void {
    for (const key of keys) if (!state.elements.has(key)) wanted.add(key);
    if (!reading) void read();
  }

  /** Reads wanted instances, then lets those who waited for them go on, in their order. */
  async function read(): Promise<void> {
    reading = true;
    try {
      await Promise.resolve();
      while (wanted.size > 0 && !ended) {
        const keys = [...wanted];
        const blocked = parked;
        wanted = new Set();
        parked = [];
        const absent = new Set(keys);
        for (let index = 0; index < keys.length; index += MAX_READ)
          await readPortion(keys.slice(index, index + MAX_READ), absent);
        const orphans = [...forJobs].filter((key) => absent.has(key));
        forJobs.clear();
        if (orphans.length > 0) setOrphansAside(new Set(orphans));
        for (const waiting of blocked) waiting.absent = absent;
        queue = [...blocked, ...queue, ...coldParts];
        coldParts = [];
        schedule();
      }
    } catch (error) {
      fail(error);
    } finally {
      reading = false;
    }
  }

  /** Jobs whose element is neither in memory nor in Postgres could never be handed out and would be looked for again and again. */
  function setOrphansAside(elements: ReadonlySet<Key>): void {
    for (const job of state.jobs.values()) {
      if (job.state !== 'ACTIVATABLE' || !elements.has(job.elementInstanceKey)) continue;
      state.activatable.get(job.type)?.delete(job.key);
      log.error({ jobKey: job.key }, 'a job has no element: the database is not consistent');
    }
  }

  /** Instances from Postgres with those that called them and are not in memory; callers first, because they must be entered first. */
  async function readWithCallers(keys: readonly Key[]): Promise<LoadedInstance[]> {
    const read = new Map<Key, LoadedInstance>();
    for (let missing = keys; missing.length > 0; missing = missingCallers(read)) {
      const portion = await store.loadInstances(state, missing);
      if (portion.length === 0) break;
      for (const loaded of portion) read.set(loaded.instance.key, loaded);
    }
    const depth = ({ instance }: LoadedInstance): number => state.calls.get(instance.key)?.depth ?? 0;
    return [...read.values()].sort((a, b) => depth(a) - depth(b));
  }

  /** All the way up at once: the chain of calls is in memory. */
  function missingCallers(read: ReadonlyMap<Key, LoadedInstance>): Key[] {
    const callers = new Set<Key>();
    for (const key of read.keys()) {
      for (let call = state.calls.get(key); call; call = state.calls.get(call.callerInstanceKey)) {
        const caller = call.callerInstanceKey;
        if (callers.has(caller) || state.instances.has(caller)) break;
        if (!read.has(caller)) callers.add(caller);
      }
    }
    return [...callers];
  }

  /** Reads instances into memory and takes what they hold off `absent`; one that is there or has ended meanwhile is not touched. */
  async function readPortion(keys: readonly Key[], absent: Set<Key>): Promise<void> {
    for (const loaded of await readWithCallers(keys)) {
      const { key, elements } = loaded.instance;
      if (ended || state.ended.has(key)) continue;
      for (const element of elements.keys()) absent.delete(element);
      if (state.instances.has(key)) continue;
      loaded.instance.batch = state.batch;
      fillHeaders(state, loaded);
      enterInstance(state, loaded.instance);
    }
  }

  return {
    state,
    get load() {
      return unanswered;
    },
    submit,
    wake: schedule,
    abort,
    async close(error) {
      if (!ended) {
        historyDue = true;
        await new Promise<void>((resolve) => {
          onIdle = resolve;
          schedule();
          setTimeout(resolve, 5_000).unref();
        });
      }
      abort(error);
    },
  };
}

function commandFor({ kind, key }: Due): Command<unknown> {
  if (kind === 'timer') return triggerTimerCommand(key);
  return kind === 'job' ? jobDueCommand(key) : expireMessageCommand(key);
}
