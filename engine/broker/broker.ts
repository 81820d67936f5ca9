/** The broker behind the gateway: one session at a time, opened again after Postgres was away; waits for results. */
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Command, Outcome } from './commands/command.ts';
import { createDispatcher, type Dispatcher } from './jobs/dispatch.ts';
import { createFigures } from './operation/figures.ts';
import type { Metrics } from './operation/metrics.ts';
import type { CallLimits } from './process/call.ts';
import type { ElementInstance, Key } from './state/model.ts';
import { visibleDocument } from './state/variables.ts';
import { type Backend, DatabaseInUse, isDiskFull, openStore, type Store } from './store/store.ts';
import { OutOfSpace, Overloaded, Unavailable } from './unavailable.ts';
import { openSession, type Session } from './writer/session.ts';

interface ResultWaiter {
  readonly fetch: readonly string[];
  readonly succeed: (variables: string) => void;
  readonly fail: (error: Error) => void;
}

export interface Core {
  isReady(): boolean;
  /** Rejects with `Unavailable` or `Overloaded`. An outcome is told only after its commit. */
  submit<T>(command: Command<T>, options?: { readonly mayWait?: boolean }): Promise<Outcome<T>>;
  readonly dispatcher: Dispatcher;
  /** Looks for jobs after a worker has come. */
  wake(): void;
  /** Tells the waiter when the instance has completed; returns how to stop waiting. */
  awaitResult(processInstanceKey: Key, waiter: ResultWaiter): () => void;
  /** Hears when the broker goes away, once each time. */
  onAway(listener: () => void): void;
  /** Hears when it has its database again. */
  onBack(listener: () => void): void;
  readonly metrics: Metrics;
  close(): Promise<void>;
}

export interface CoreOptions {
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Milliseconds. */
  readonly lockTimeout: number;
  /** Milliseconds that PostgreSQL may take for an answer. */
  readonly statementTimeout: number;
  /** Whether the database's disk has room for new work; absent: nobody knows. */
  readonly hasRoom: (() => boolean) | undefined;
  /** Days that ended instances are kept; 0: no history. */
  readonly historyDays: number;
  readonly callLimits: CallLimits;
  /** Another broker has taken the database over: nothing is left to do. */
  readonly onReplaced: (error: Error) => void;
}

/** Commands waiting for their commit above which new work is refused (zeebe.md 5.7). */
const MAX_LOAD = 2_000;
const RETRY_PAUSE = 300;
const HISTORY_INTERVAL = 600_000;
/** Between two looks whether a full disk has room again, in ms. */
const ROOM_PAUSE = 1_000;

/** Opens the first session; throws what prevents it. Later failures are repaired in the background. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { clock, log, callLimits } = options;
  const dispatcher = createDispatcher();
  const results = new Map<Key, ResultWaiter>();
  const awayListeners: (() => void)[] = [];
  const backListeners: (() => void)[] = [];
  const figures = createFigures(() => session);
  let session: Session | undefined;
  let store: Store | undefined;
  let closed = false;
  /** The last connection, which PostgreSQL may still believe in. */
  let before: Backend | undefined;
  let diskFull = false;

  function onCompleted(root: ElementInstance, afterCommit: (action: () => void) => void): void {
    const waiter = results.get(root.key);
    if (!waiter) return;
    results.delete(root.key);
    const variables = visibleDocument(root, waiter.fetch);
    afterCommit(() => waiter.succeed(variables));
  }

  async function open(): Promise<void> {
    const failed = { current: false };
    let opening: Store | undefined;
    const lost = (error: unknown): void => {
      if (failed.current) return;
      failed.current = true;
      // while it is being read, closing ends the reading
      if (opening) void opening.close();
      else away(error);
    };
    const opened = await openStore({
      databaseUrl: options.databaseUrl,
      lockTimeout: options.lockTimeout,
      statementTimeout: options.statementTimeout,
      before,
      onLost: lost,
    });
    opening = opened;
    try {
      before = opened.backend;
      if (diskFull) await opened.proveRoom();
      await tendHistory(opened);
      const begun = await openSession({
        store: opened,
        clock,
        log,
        dispatcher,
        figures,
        keepsHistory: options.historyDays > 0,
        callLimits,
        onCompleted,
        onFailed: lost,
      });
      if (failed.current || closed) {
        begun.abort(new Unavailable('the broker lost its database'));
        throw new Error('the connection to the database was closed');
      }
      opening = undefined;
      store = opened;
      session = begun;
      diskFull = false;
      for (const listener of backListeners) listener();
      log.info({ epoch: opened.epoch, jobs: begun.state.jobs.size }, 'broker state read');
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  async function tendHistory(kept: Store | undefined): Promise<void> {
    try {
      await kept?.maintainHistory(clock.now(), options.historyDays);
    } catch (error) {
      log.warn({ err: error }, 'the partitions of the history could not be changed; the next time will do');
    }
  }

  function away(error: unknown): void {
    if (!session || closed) return;
    diskFull = isDiskFull(error);
    log.error({ err: error }, diskFull ? "the database's disk is full" : 'the database is away');
    const lastSession = session;
    const lastStore = store;
    session = undefined;
    store = undefined;
    lastSession.abort(diskFull ? new OutOfSpace() : new Unavailable('the broker lost its database'));
    dispatcher.clear();
    for (const waiter of results.values()) waiter.fail(new Unavailable('the broker lost its database'));
    results.clear();
    for (const listener of awayListeners) listener();
    void lastStore?.close().finally(reopen);
  }

  function reopen(): void {
    if (closed) return;
    open().catch((error: unknown) => {
      if (error instanceof DatabaseInUse) {
        options.onReplaced(error);
        return;
      }
      log.warn({ err: error }, diskFull ? 'the disk is still full' : 'the database cannot be reached');
      setTimeout(reopen, diskFull ? ROOM_PAUSE : RETRY_PAUSE);
    });
  }

  function refuseIfFull({ load }: Session): void {
    if (options.hasRoom?.() === false) {
      figures.refused('disk');
      throw new OutOfSpace();
    }
    if (load <= MAX_LOAD) return;
    figures.refused('load');
    throw new Overloaded();
  }

  await open();
  const tending = setInterval(() => void tendHistory(store), HISTORY_INTERVAL);
  tending.unref();
  return {
    metrics: figures.metrics,
    isReady: () => session !== undefined,
    dispatcher,
    async submit(command, { mayWait = false } = {}) {
      if (!session) {
        if (!diskFull) throw new Unavailable('the broker has no database');
        figures.refused('disk');
        throw new OutOfSpace();
      }
      if (!mayWait) refuseIfFull(session);
      return session.submit(command);
    },
    wake: () => session?.wake(),
    awaitResult(key, waiter) {
      results.set(key, waiter);
      return () => results.delete(key);
    },
    onAway: (listener) => awayListeners.push(listener),
    onBack: (listener) => backListeners.push(listener),
    async close() {
      closed = true;
      figures.stop();
      clearInterval(tending);
      const error = new Unavailable('the broker is ending');
      await session?.close(error);
      session = undefined;
      await store?.close();
    },
  };
}
