/** The broker's memory: what is indexed always, the process instances that are warm, and what changed since the last flush. */
import type { NodeId } from '../deploy/graph.ts';
import type { History } from './history.ts';
import { createJobQueue, type JobQueue } from './job-queue.ts';
import type {
  CalledInstance,
  Continuation,
  DecisionRequirements,
  Definition,
  DeployedDecision,
  ElementInstance,
  Form,
  Incident,
  Instance,
  Job,
  Key,
  Message,
  Row,
  SignalSubscription,
  StartLock,
  Subscription,
  Timer,
} from './model.ts';
import type { Ordered } from './ordered.ts';

/** Rows changed since the last flush; an element is in `variables` when one of its variables changed. */
export interface Changes {
  definitions: Set<Definition>;
  decisionRequirements: Set<DecisionRequirements>;
  decisions: Set<DeployedDecision>;
  forms: Set<Form>;
  elements: Set<ElementInstance>;
  variables: Set<ElementInstance>;
  jobs: Set<Job>;
  timers: Set<Timer>;
  subscriptions: Set<Subscription>;
  signalSubscriptions: Set<SignalSubscription>;
  messages: Set<Message>;
  locks: Set<StartLock>;
  incidents: Set<Incident>;
  continuations: Set<Continuation>;
  calls: Set<CalledInstance>;
}
export type ChangeKind = keyof Changes;

/** A message start event of a latest process version. */
export interface MessageStart {
  readonly definition: Definition;
  readonly node: NodeId;
  readonly messageName: string;
}

/** A signal start event of a latest process version. */
export interface SignalStart {
  readonly definition: Definition;
  readonly node: NodeId;
  readonly signalName: string;
}

export interface State {
  nextKey: Key;
  /** Number of the batch that is being filled. */
  batch: number;
  changes: Changes;
  /** How to take back what the current command has done so far. */
  undo: (() => void)[];
  /** Characters of variables set since somebody began to count. */
  written: number;
  /** Undefined when no history is kept. */
  history: History | undefined;

  readonly definitions: Map<Key, Definition>;
  /** Versions of a process in ascending order, without deleted ones. */
  readonly versions: Map<string, Definition[]>;
  /** Highest version ever given to a process id, deleted ones included. */
  readonly highestVersion: Map<string, number>;
  /** Deployed DMN files. */
  readonly decisionRequirements: Map<Key, DecisionRequirements>;
  /** By their id, versions in ascending order. */
  readonly requirementsVersions: Map<string, DecisionRequirements[]>;
  readonly decisions: Map<Key, DeployedDecision>;
  readonly forms: Map<Key, Form>;
  /** Versions of a form in ascending order, with deleted ones. */
  readonly formVersions: Map<string, Form[]>;
  /** By decision id, versions in ascending order. */
  readonly decisionVersions: Map<string, DeployedDecision[]>;
  readonly messageStarts: Map<string, MessageStart[]>;
  /** By signal name. */
  readonly signalStarts: Map<string, SignalStart[]>;
  /** Number of running instances by process definition, in memory or not. */
  readonly running: Map<Key, number>;

  readonly instances: Map<Key, Instance>;
  /** Instances that ended, by batch: what is still being read from Postgres must not bring them back. */
  readonly ended: Map<Key, number>;
  /** Element instances of the warm process instances. */
  readonly elements: Map<Key, ElementInstance>;

  readonly jobs: Map<Key, Job>;
  readonly activatable: Map<string, JobQueue>;
  /** Jobs that became activatable since the last look, for the streams. */
  woken: Job[];
  readonly timers: Map<Key, Timer>;
  readonly timersOf: Map<Key, Timer[]>;
  readonly subscriptions: Map<Key, Subscription>;
  readonly subscriptionsOf: Map<Key, Subscription[]>;
  /** By message name and correlation key, oldest element instance first. */
  readonly waiting: Map<string, Subscription[]>;
  /** By signal name, in order of the element instances that wait. */
  readonly signalWaiting: Map<string, Ordered<SignalSubscription>>;
  /** By the element instance that waits. */
  readonly signalSubscriptionsOf: Map<Key, SignalSubscription[]>;
  readonly messages: Map<Key, Message>;
  /** Buffered messages by name and correlation key, oldest first. */
  readonly buffered: Map<string, Message[]>;
  readonly messageIds: Set<string>;
  readonly locks: Map<string, StartLock>;
  readonly lockOf: Map<Key, StartLock>;
  readonly incidents: Map<Key, Incident>;
  readonly incidentsOf: Map<Key, Incident[]>;
  readonly continuations: Map<Key, Continuation>;
  /** Called instances by their own key. */
  readonly calls: Map<Key, CalledInstance>;
  /** The same by the call activity's element instance. */
  readonly callOf: Map<Key, CalledInstance>;
  /** Number of called instances below a root instance. */
  readonly callsUnder: Map<Key, number>;
}

/** First key of partition 1: 2251799813685249. */
const FIRST_KEY: Key = 2 ** 51 + 1;

export const noChanges = (): Changes => ({
  definitions: new Set(),
  decisionRequirements: new Set(),
  decisions: new Set(),
  forms: new Set(),
  elements: new Set(),
  variables: new Set(),
  jobs: new Set(),
  timers: new Set(),
  subscriptions: new Set(),
  signalSubscriptions: new Set(),
  messages: new Set(),
  locks: new Set(),
  incidents: new Set(),
  continuations: new Set(),
  calls: new Set(),
});

export const createState = (nextKey: Key = FIRST_KEY): State => ({
  nextKey,
  batch: 1,
  changes: noChanges(),
  undo: [],
  written: 0,
  history: undefined,
  definitions: new Map(),
  versions: new Map(),
  highestVersion: new Map(),
  decisionRequirements: new Map(),
  requirementsVersions: new Map(),
  decisions: new Map(),
  forms: new Map(),
  formVersions: new Map(),
  decisionVersions: new Map(),
  messageStarts: new Map(),
  signalStarts: new Map(),
  running: new Map(),
  instances: new Map(),
  ended: new Map(),
  elements: new Map(),
  jobs: new Map(),
  activatable: new Map(),
  woken: [],
  timers: new Map(),
  timersOf: new Map(),
  subscriptions: new Map(),
  subscriptionsOf: new Map(),
  waiting: new Map(),
  signalWaiting: new Map(),
  signalSubscriptionsOf: new Map(),
  messages: new Map(),
  buffered: new Map(),
  messageIds: new Set(),
  locks: new Map(),
  lockOf: new Map(),
  incidents: new Map(),
  incidentsOf: new Map(),
  continuations: new Map(),
  calls: new Map(),
  callOf: new Map(),
  callsUnder: new Map(),
});

/** A key never used before: the counter goes to Postgres with the flush that makes the key known to anybody. */
export const newKey = (state: State): Key => state.nextKey++;

/** Index key of two or three texts. */
export const joined = (...parts: readonly string[]): string => parts.join('\n');

/** Index key of a message name and a correlation key; the length keeps line breaks in names apart. */
export const correlation = (name: string, key: string): string => `${name.length}:${name}${key}`;

export function queueOf(state: State, type: string): JobQueue {
  let queue = state.activatable.get(type);
  if (!queue) {
    queue = createJobQueue();
    state.activatable.set(type, queue);
  }
  return queue;
}

/** Changes fields of a row, remembering how to take it back and to write it with the next flush. */
export function change<K extends ChangeKind, R extends Row & (Changes[K] extends Set<infer T> ? T : never)>(
  state: State,
  kind: K,
  row: R,
  patch: Partial<R>,
): void {
  const before: Partial<R> = {};
  for (const name in patch) before[name] = row[name];
  Object.assign(row, patch);
  state.undo.push(() => Object.assign(row, before));
  markChanged(state, kind, row);
}

export function markChanged<K extends ChangeKind>(
  state: State,
  kind: K,
  row: Changes[K] extends Set<infer T> ? T : never,
): void {
  (state.changes[kind] as Set<typeof row>).add(row);
}

/** Takes back everything since `undo` was last emptied, or since it had the given length. */
export function rollback(state: State, length = 0): void {
  while (state.undo.length > length) state.undo.pop()?.();
}

/** Adds to a map of short lists (most have one entry), or takes out again. */
export function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
export function deleteFrom<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (!list) return;
  const rest = list.filter((one) => one !== value);
  if (rest.length === 0) map.delete(key);
  else map.set(key, rest);
}

/** Inserts into a list ordered by `order`, mostly at its end; removes it again. */
export function insertInto<K, V>(map: Map<K, V[]>, key: K, value: V, order: (value: V) => number): void {
  const list = map.get(key);
  if (!list) {
    map.set(key, [value]);
    return;
  }
  let index = list.length;
  while (index > 0 && order(list[index - 1] as V) > order(value)) index--;
  list.splice(index, 0, value);
}
export function removeFrom<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  const index = list?.indexOf(value) ?? -1;
  if (!list || index < 0) return;
  if (list.length === 1) map.delete(key);
  else list.splice(index, 1);
}
