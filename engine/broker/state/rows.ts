/** Adding and removing rows together with their indexes, each step reversible. */
import type {
  CalledInstance,
  Continuation,
  DecisionRequirements,
  DeployedDecision,
  Form,
  Incident,
  Job,
  JobState,
  Key,
  Message,
  Row,
  SignalSubscription,
  StartLock,
  Subscription,
  Timer,
} from './model.ts';
import { createOrdered } from './ordered.ts';
import {
  addTo,
  type ChangeKind,
  type Changes,
  change,
  correlation,
  deleteFrom,
  insertInto,
  joined,
  markChanged,
  queueOf,
  removeFrom,
  type State,
} from './state.ts';

type RowOf<K extends ChangeKind> = Row & (Changes[K] extends Set<infer T> ? T : never);

interface Index<R> {
  enter(state: State, row: R): void;
  leave(state: State, row: R): void;
}

const jobs: Index<Job> = {
  enter(state, job) {
    state.jobs.set(job.key, job);
    if (job.state === 'ACTIVATABLE') queueOf(state, job.type).add(job.key);
  },
  leave(state, job) {
    state.jobs.delete(job.key);
    state.activatable.get(job.type)?.delete(job.key);
  },
};
const timers: Index<Timer> = {
  enter(state, timer) {
    state.timers.set(timer.key, timer);
    addTo(state.timersOf, timerOwner(timer), timer);
  },
  leave(state, timer) {
    state.timers.delete(timer.key);
    deleteFrom(state.timersOf, timerOwner(timer), timer);
  },
};
/** A timer belongs to its element instance, a start timer to its process definition. */
const timerOwner = (timer: Timer): Key => timer.elementInstanceKey || timer.processDefinitionKey;

const waitingKey = (subscription: Subscription): string =>
  correlation(subscription.messageName, subscription.correlationKey);
const subscriptions: Index<Subscription> = {
  enter(state, subscription) {
    state.subscriptions.set(subscription.key, subscription);
    addTo(state.subscriptionsOf, subscription.elementInstanceKey, subscription);
    insertInto(state.waiting, waitingKey(subscription), subscription, (one) => one.elementInstanceKey);
  },
  leave(state, subscription) {
    state.subscriptions.delete(subscription.key);
    deleteFrom(state.subscriptionsOf, subscription.elementInstanceKey, subscription);
    removeFrom(state.waiting, waitingKey(subscription), subscription);
  },
};

const signalSubscriptions: Index<SignalSubscription> = {
  enter(state, subscription) {
    const { signalName, elementInstanceKey } = subscription;
    addTo(state.signalSubscriptionsOf, elementInstanceKey, subscription);
    let waiting = state.signalWaiting.get(signalName);
    if (!waiting) {
      waiting = createOrdered();
      state.signalWaiting.set(signalName, waiting);
    }
    waiting.add(elementInstanceKey, subscription);
  },
  leave(state, subscription) {
    const { signalName, elementInstanceKey } = subscription;
    deleteFrom(state.signalSubscriptionsOf, elementInstanceKey, subscription);
    const waiting = state.signalWaiting.get(signalName);
    waiting?.delete(elementInstanceKey);
    if (waiting?.size === 0) state.signalWaiting.delete(signalName);
  },
};

/** Index key under which a message id is taken. */
export const messageIdKey = (name: string, correlationKey: string, messageId: string): string =>
  joined(correlation(name, correlationKey), messageId);
const messages: Index<Message> = {
  enter(state, message) {
    state.messages.set(message.key, message);
    const at = correlation(message.name, message.correlationKey);
    insertInto(state.buffered, at, message, (one) => one.key);
    if (message.messageId)
      state.messageIds.add(messageIdKey(message.name, message.correlationKey, message.messageId));
  },
  leave(state, message) {
    state.messages.delete(message.key);
    removeFrom(state.buffered, correlation(message.name, message.correlationKey), message);
    if (message.messageId)
      state.messageIds.delete(messageIdKey(message.name, message.correlationKey, message.messageId));
  },
};
const locks: Index<StartLock> = {
  enter(state, lock) {
    state.locks.set(correlation(lock.bpmnProcessId, lock.correlationKey), lock);
    state.lockOf.set(lock.processInstanceKey, lock);
  },
  leave(state, lock) {
    state.locks.delete(correlation(lock.bpmnProcessId, lock.correlationKey));
    state.lockOf.delete(lock.processInstanceKey);
  },
};
const incidents: Index<Incident> = {
  enter(state, incident) {
    state.incidents.set(incident.key, incident);
    addTo(state.incidentsOf, incident.elementInstanceKey, incident);
  },
  leave(state, incident) {
    state.incidents.delete(incident.key);
    deleteFrom(state.incidentsOf, incident.elementInstanceKey, incident);
  },
};
const continuations: Index<Continuation> = {
  enter(state, continuation) {
    state.continuations.set(continuation.key, continuation);
  },
  leave(state, continuation) {
    state.continuations.delete(continuation.key);
  },
};

const decisionRequirements: Index<DecisionRequirements> = {
  enter(state, requirements) {
    state.decisionRequirements.set(requirements.key, requirements);
    insertInto(state.requirementsVersions, requirements.id, requirements, (one) => one.version);
  },
  leave(state, requirements) {
    state.decisionRequirements.delete(requirements.key);
    removeFrom(state.requirementsVersions, requirements.id, requirements);
  },
};
const decisions: Index<DeployedDecision> = {
  enter(state, decision) {
    state.decisions.set(decision.key, decision);
    decision.requirements.decisions.set(decision.decisionId, decision);
    insertInto(state.decisionVersions, decision.decisionId, decision, (one) => one.version);
  },
  leave(state, decision) {
    state.decisions.delete(decision.key);
    decision.requirements.decisions.delete(decision.decisionId);
    removeFrom(state.decisionVersions, decision.decisionId, decision);
  },
};

const forms: Index<Form> = {
  enter(state, form) {
    state.forms.set(form.key, form);
    insertInto(state.formVersions, form.formId, form, (one) => one.version);
  },
  leave(state, form) {
    state.forms.delete(form.key);
    removeFrom(state.formVersions, form.formId, form);
  },
};

const calls: Index<CalledInstance> = {
  enter(state, call) {
    state.calls.set(call.key, call);
    state.callOf.set(call.callerKey, call);
    state.callsUnder.set(call.rootKey, (state.callsUnder.get(call.rootKey) ?? 0) + 1);
  },
  leave(state, call) {
    state.calls.delete(call.key);
    state.callOf.delete(call.callerKey);
    const left = (state.callsUnder.get(call.rootKey) ?? 1) - 1;
    if (left > 0) state.callsUnder.set(call.rootKey, left);
    else state.callsUnder.delete(call.rootKey);
  },
};

const indexes = {
  decisionRequirements,
  decisions,
  forms,
  jobs,
  timers,
  subscriptions,
  signalSubscriptions,
  messages,
  locks,
  incidents,
  continuations,
  calls,
};
type Indexed = keyof typeof indexes;
const indexOf = <K extends Indexed>(kind: K): Index<RowOf<K>> => indexes[kind] as unknown as Index<RowOf<K>>;

/** Puts a row that was read from Postgres into memory; nothing to write or to take back. */
export function restore<K extends Indexed>(state: State, kind: K, row: RowOf<K>): void {
  indexOf(kind).enter(state, row);
}

/** Adds a new row. */
export function add<K extends Indexed>(state: State, kind: K, row: RowOf<K>): void {
  const index = indexOf(kind);
  index.enter(state, row);
  if (kind === 'jobs') state.woken.push(row as unknown as Job);
  state.undo.push(() => {
    index.leave(state, row);
    row.removed = true;
  });
  markChanged(state, kind, row);
}

/** Removes a row. */
export function remove<K extends Indexed>(state: State, kind: K, row: RowOf<K>): void {
  if (row.removed) return;
  const index = indexOf(kind);
  index.leave(state, row);
  row.removed = true;
  state.undo.push(() => {
    row.removed = false;
    index.enter(state, row);
  });
  markChanged(state, kind, row);
}

/** Changes a job's state with whatever goes along, keeping the queue of its type right. */
export function setJobState(
  state: State,
  job: Job,
  to: JobState,
  patch: { retries?: number; due?: number; worker?: string } = {},
): void {
  const from = job.state;
  change(state, 'jobs', job, { ...patch, state: to });
  const requeue = (now: JobState): void => {
    if (now === 'ACTIVATABLE') queueOf(state, job.type).add(job.key);
    else state.activatable.get(job.type)?.delete(job.key);
  };
  requeue(to);
  if (to === 'ACTIVATABLE') state.woken.push(job);
  state.undo.push(() => requeue(from));
}

export const fresh = { persisted: false, removed: false };
