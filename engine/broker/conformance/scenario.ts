/** What a scenario is, and what it may use. */
import type { Answer, Fields } from './client.ts';

export interface Scenario {
  /** The behaviour in one line. */
  readonly title: string;
  /** The rule in plain words, as somebody would explain it to a user. */
  readonly rule: string;
  /**
   * `true` when an incident is raised on the way: such scenarios run one after the other, because incidents are found by trying
   * the keys that were given out meanwhile.
   */
  readonly incidents?: boolean;
  /** `true` when it uses a name that others use, too, such as the job type of user tasks: runs alone as well. */
  readonly alone?: boolean;
  /** Throws when the engine behaves otherwise. */
  run(z: Z): Promise<void>;
}

export type Variables = Readonly<Record<string, unknown>>;

export interface Job {
  readonly key: string;
  readonly type: string;
  readonly processInstanceKey: string;
  readonly bpmnProcessId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly worker: string;
  readonly retries: number;
  /** Epoch ms. */
  readonly deadline: string;
  readonly variables: Readonly<Record<string, Answer>>;
  /** The variables as they came over the wire. */
  readonly text: string;
}

export interface JobStream {
  /** What has come so far. */
  readonly jobs: readonly Job[];
  /** The next job that comes; fails after `ms` (default 5 000). */
  next(ms?: number): Promise<Job>;
  close(): void;
}

export type Status =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'FAILED_PRECONDITION'
  | 'RESOURCE_EXHAUSTED'
  | 'DEADLINE_EXCEEDED'
  | 'UNAVAILABLE'
  | 'UNIMPLEMENTED'
  | 'INTERNAL'
  | 'UNKNOWN';

/**
 * The hands of a scenario. Names (process ids, job types, messages, signals, decisions) are given plainly: every run adds a mark of
 * its own on the way out and takes it off on the way in.
 */
export interface Z {
  /** The name as the broker knows it: for expressions and raw requests. */
  name(plain: string): string;
  /** Any unary RPC with raw fields; texts may carry `$run`. */
  call(rpc: string, request?: Fields, options?: { readonly deadline?: number }): Promise<Answer>;
  /** Deploys BPMN texts, or named resources. */
  deploy(
    ...resources: readonly (string | { readonly name: string; readonly content: string })[]
  ): Promise<Answer>;
  /** Creates an instance of the latest version. `options` are raw fields of the request (version, startInstructions …). */
  create(
    processId: string,
    variables?: Variables,
    options?: Fields,
  ): Promise<Answer & { processInstanceKey: string }>;
  /** Variables of the completed instance. */
  result(
    processId: string,
    variables?: Variables,
    options?: { readonly fetchVariables?: readonly string[]; readonly requestTimeout?: number },
  ): Promise<Answer>;
  /** Waits for one job (10 s at most) and activates it. */
  job(type: string, options?: Fields): Promise<Job>;
  /** Waits until so many jobs are activated; in the order in which they came. */
  jobs(type: string, count: number, options?: Fields): Promise<Job[]>;
  /** One ActivateJobs call as it is: ends with the answer's stream. Does not wait unless `requestTimeout` says so. */
  activate(type: string, options?: Fields): Promise<Job[]>;
  /** A waiting ActivateJobs call: what it got, and how to break it off. */
  poll(type: string, options?: Fields): { readonly jobs: Promise<Job[]>; cancel(): void };
  /** Fails if a job of this type is or comes there within `ms` (default 250). */
  noJob(type: string, ms?: number): Promise<void>;
  /** Waits for the job of a user task of this scenario. Only in scenarios with `alone: true` (or `incidents`). */
  userTask(elementId: string): Promise<Job>;
  stream(type: string, options?: Fields): JobStream;
  complete(job: { readonly key: string }, variables?: Variables): Promise<void>;
  /** Waits for a job of the type and completes it. Returns the job. */
  work(type: string, variables?: Variables): Promise<Job>;
  /** By default with no retries left. */
  fail(
    job: { readonly key: string },
    options?: {
      readonly retries?: number;
      readonly errorMessage?: string;
      readonly retryBackOff?: number;
      readonly variables?: Variables;
    },
  ): Promise<void>;
  throwError(
    job: { readonly key: string },
    errorCode: string,
    variables?: Variables,
    errorMessage?: string,
  ): Promise<void>;
  publish(
    name: string,
    correlationKey: string,
    options?: { readonly ttl?: number; readonly id?: string; readonly variables?: Variables },
  ): Promise<Answer>;
  broadcast(signal: string, variables?: Variables): Promise<Answer>;
  /** Into the scope (default) or, with `local: false`, upwards from it. Takes element instance keys, jobs and instances. */
  setVariables(
    scope: string | { readonly processInstanceKey: string },
    variables: Variables,
    local?: boolean,
  ): Promise<Answer>;
  updateRetries(job: { readonly key: string }, retries: number): Promise<void>;
  cancel(instance: { readonly processInstanceKey: string }): Promise<void>;
  evaluate(decisionId: string, variables?: Variables): Promise<Answer>;
  modify(
    instance: { readonly processInstanceKey: string },
    instructions: { readonly activate?: readonly Fields[]; readonly terminate?: readonly string[] },
  ): Promise<void>;
  migrate(
    instance: { readonly processInstanceKey: string },
    targetProcessDefinitionKey: string,
    mapping: Readonly<Record<string, string>>,
  ): Promise<void>;
  /**
   * Resolves all incidents raised since the scenario began or since the last `resolve`, waiting for the first. Returns how many there
   * were. What was not mended fails again, and counts again next time: so this also shows that an incident stands.
   * Fails when there is none within 5 s. Only in scenarios with `incidents: true`.
   */
  resolve(): Promise<number>;
  /** Fails if an incident was raised (and not resolved) since the scenario began or since the last `resolve`. */
  noIncident(): Promise<void>;
  /** The key of the incident of a job without retries; resolves nothing. */
  incidentOf(job: { readonly key: string }): Promise<string>;
  /** The call must be refused with this status; a message is compared with the end of the error's text. */
  rejected(call: Promise<unknown>, status: Status, message?: string | RegExp): Promise<void>;
  /** Waits until the process or element instance is gone. */
  ended(instance: string | { readonly processInstanceKey: string }): Promise<void>;
  /** Fails if the process or element instance is gone. */
  running(instance: string | { readonly processInstanceKey: string }): Promise<void>;
  sleep(ms: number): Promise<void>;
  /** Deep and strict. */
  equal(actual: unknown, expected: unknown, what?: string): void;
  ok(value: unknown, what: string): void;
}
