/** The hands of a scenario (see scenario.ts) on one gateway. */
import { deepStrictEqual } from 'node:assert';
import { setTimeout as delay } from 'node:timers/promises';
import { type ServiceError, status } from '@grpc/grpc-js';
import { RUN, unique } from './bpmn.ts';
import type { Answer, Fields, GatewayClient } from './client.ts';
import { incidentSearch } from './incidents.ts';
import type { Job, JobStream, Z } from './scenario.ts';

/** What the engine did is not what the scenario expects. */
export class Mismatch extends Error {}

type WithKey = string | { readonly processInstanceKey: string };
const keyOf = (of: WithKey): string => (typeof of === 'string' ? of : of.processInstanceKey);

/** Every text inside, changed. */
function mapTexts(value: unknown, change: (text: string) => string): Answer {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (Buffer.isBuffer(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(item, change)]));
}

const WAIT = 10_000;
const USER_TASK = 'io.camunda.zeebe:userTask';

export interface Hands extends Z {
  /** Before a scenario with incidents. */
  watchIncidents(): Promise<void>;
  /** As `resolve`, without waiting: how many were resolved, and the texts about jobs without retries. */
  resolveAll(): Promise<{ readonly resolved: number; readonly refused: readonly string[] }>;
  /** Cancels what still runs and takes back processes that would start by themselves. */
  cleanUp(): Promise<void>;
}

/** `stillness`: ms that `noJob` looks when the scenario does not say. */
export function hands(client: GatewayClient, stillness = 250): Hands {
  const mark = `_${Math.random().toString(36).slice(2, 9).padEnd(7, '0')}`;
  const out = (value: unknown) => mapTexts(value, (text) => text.replaceAll(RUN, mark));
  const back = (value: unknown) => mapTexts(value, (text) => text.replaceAll(mark, ''));
  const named = (plain: string) => unique(plain).replaceAll(RUN, mark);
  const instances = new Set<string>();
  const selfStarting = new Set<string>();
  const streams = new Set<() => void>();

  const described = (rpc: string, error: unknown): Error => {
    const { code, details } = error as ServiceError;
    if (code === undefined) return error as Error;
    const text = String(back(details));
    return Object.assign(new Mismatch(`${rpc} was refused with ${status[code]}: ${text}`), {
      code,
      details: text,
    });
  };
  const call: Z['call'] = async (rpc, request = {}, options = {}) => {
    try {
      return back(await client.call(rpc, out(request), options));
    } catch (error) {
      throw described(rpc, error);
    }
  };
  const incidents = incidentSearch(client, mark);
  const jobFrom = (answer: Answer): Job => {
    const { customHeaders, variables, ...fields } = back(answer);
    if (fields.type !== USER_TASK) instances.add(fields.processInstanceKey);
    return {
      ...fields,
      customHeaders: JSON.parse(customHeaders),
      variables: JSON.parse(variables),
      text: variables,
    };
  };
  const jobRequest = (type: string, options: Fields): Fields => ({
    type: named(type),
    worker: 'conformance',
    timeout: 60_000,
    ...out(options),
  });
  const poll: Z['poll'] = (type, options = {}) => {
    const stream = client.open(
      'ActivateJobs',
      jobRequest(type, { maxJobsToActivate: 100, requestTimeout: -1, ...options }),
    );
    const jobs: Job[] = [];
    stream.onData((answer) => jobs.push(...answer.jobs.map(jobFrom)));
    const all = stream.ended.then(
      () => jobs,
      (error) => {
        throw described('ActivateJobs', error);
      },
    );
    all.catch(() => undefined);
    return { jobs: all, cancel: () => stream.cancel() };
  };
  const activate: Z['activate'] = async (type, options = {}) => {
    for (;;)
      try {
        return await poll(type, options).jobs;
      } catch (error) {
        // back-pressure on a busy machine says nothing about the behaviour
        if ((error as ServiceError).code !== status.RESOURCE_EXHAUSTED) throw error;
        await delay(50);
      }
  };
  const jobs: Z['jobs'] = async (type, count, options = {}) => {
    const found: Job[] = [];
    const until = Date.now() + WAIT;
    while (found.length < count) {
      const left = until - Date.now();
      if (left <= 0)
        throw new Mismatch(`${found.length} of ${count} jobs of type ${type} came within ${WAIT} ms`);
      found.push(
        ...(await activate(type, {
          maxJobsToActivate: count - found.length,
          requestTimeout: left,
          ...options,
        })),
      );
    }
    return found;
  };
  const job: Z['job'] = async (type, options = {}) => {
    const [first] = await jobs(type, 1, options);
    if (!first) throw new Mismatch(`no job of type ${type}`);
    return first;
  };
  const isThere = async (key: string): Promise<boolean> => {
    try {
      await client.call('SetVariables', { elementInstanceKey: key, variables: '{}', local: true });
      return true;
    } catch (error) {
      if ((error as ServiceError).code === status.NOT_FOUND) return false;
      throw described('SetVariables', error);
    }
  };
  const complete: Z['complete'] = (of, variables = {}) =>
    call('CompleteJob', { jobKey: of.key, variables: JSON.stringify(variables) });

  return {
    name: named,
    call,
    async deploy(...resources) {
      const files = resources.map((resource, index) =>
        typeof resource === 'string' ? { name: `p${index}.bpmn`, content: resource } : resource,
      );
      const answer = await call('DeployResource', {
        resources: files.map(({ name, content }) => ({
          name: out(name),
          content: Buffer.from(out(content)),
        })),
      });
      if (files.some(({ content }) => content.includes('<bpmn:timeCycle>')))
        for (const { process } of answer.deployments)
          if (process) selfStarting.add(process.processDefinitionKey);
      return answer;
    },
    async create(processId, variables = {}, options = {}) {
      const answer = await call('CreateProcessInstance', {
        bpmnProcessId: named(processId),
        version: -1,
        variables: JSON.stringify(variables),
        ...options,
      });
      instances.add(answer.processInstanceKey);
      return answer;
    },
    async result(processId, variables = {}, { fetchVariables = [], requestTimeout = 10_000 } = {}) {
      const answer = await call('CreateProcessInstanceWithResult', {
        request: { bpmnProcessId: named(processId), version: -1, variables: JSON.stringify(variables) },
        requestTimeout,
        fetchVariables,
      });
      return JSON.parse(answer.variables);
    },
    job,
    jobs,
    activate,
    poll,
    async noJob(type, ms = stillness) {
      const found = await activate(type, { requestTimeout: ms, maxJobsToActivate: 1 });
      if (found[0]) throw new Mismatch(`a job of type ${type} came, of element ${found[0].elementId}`);
    },
    async userTask(elementId) {
      const until = Date.now() + WAIT;
      while (Date.now() < until) {
        // the type belongs to everybody: what is not ours comes back to the others soon
        const all = await activate(USER_TASK, { timeout: 2_000 });
        const own = all.find(
          (each) => instances.has(each.processInstanceKey) && each.elementId === elementId,
        );
        if (own) return own;
        await delay(30);
      }
      throw new Mismatch(`no job of user task ${elementId} came within ${WAIT} ms`);
    },
    stream(type, options = {}) {
      const stream = client.open('StreamActivatedJobs', jobRequest(type, options));
      const found: Job[] = [];
      let read = 0;
      let tell: (() => void) | undefined;
      stream.onData((answer) => {
        found.push(jobFrom(answer));
        tell?.();
      });
      streams.add(() => stream.cancel());
      const result: JobStream = {
        jobs: found,
        async next(ms = 5_000) {
          const timer = new AbortController();
          if (found.length <= read)
            await Promise.race([
              new Promise<void>((resolve) => {
                tell = resolve;
              }),
              delay(ms, undefined, { signal: timer.signal }).catch(() => undefined),
            ]);
          timer.abort();
          const next = found[read];
          if (!next) throw new Mismatch(`no job of type ${type} came through the stream within ${ms} ms`);
          read++;
          return next;
        },
        close: () => stream.cancel(),
      };
      return result;
    },
    complete,
    async work(type, variables = {}) {
      const found = await job(type);
      await complete(found, variables);
      return found;
    },
    fail: (of, { retries = 0, errorMessage = '', retryBackOff = 0, variables = {} } = {}) =>
      call('FailJob', {
        jobKey: of.key,
        retries,
        errorMessage,
        retryBackOff,
        variables: JSON.stringify(variables),
      }),
    throwError: (of, errorCode, variables = {}, errorMessage = '') =>
      call('ThrowError', { jobKey: of.key, errorCode, errorMessage, variables: JSON.stringify(variables) }),
    publish: (name, correlationKey, { ttl = 0, id = '', variables = {} } = {}) =>
      call('PublishMessage', {
        name: named(name),
        correlationKey,
        timeToLive: ttl,
        messageId: id,
        variables: JSON.stringify(variables),
      }),
    broadcast: (signal, variables = {}) =>
      call('BroadcastSignal', { signalName: named(signal), variables: JSON.stringify(variables) }),
    setVariables: (scope, variables, local = true) =>
      call('SetVariables', { elementInstanceKey: keyOf(scope), variables: JSON.stringify(variables), local }),
    updateRetries: (of, retries) => call('UpdateJobRetries', { jobKey: of.key, retries }),
    cancel: (instance) => call('CancelProcessInstance', { processInstanceKey: instance.processInstanceKey }),
    evaluate: (decisionId, variables = {}) =>
      call('EvaluateDecision', {
        decisionId: named(decisionId),
        decisionKey: -1,
        variables: JSON.stringify(variables),
      }),
    modify: (instance, { activate: start = [], terminate = [] }) =>
      call('ModifyProcessInstance', {
        processInstanceKey: instance.processInstanceKey,
        activateInstructions: start,
        terminateInstructions: terminate.map((elementInstanceKey) => ({ elementInstanceKey })),
      }),
    migrate: (instance, targetProcessDefinitionKey, mapping) =>
      call('MigrateProcessInstance', {
        processInstanceKey: instance.processInstanceKey,
        migrationPlan: {
          targetProcessDefinitionKey,
          mappingInstructions: Object.entries(mapping).map(([sourceElementId, targetElementId]) => ({
            sourceElementId,
            targetElementId,
          })),
        },
      }),
    async resolve() {
      const until = Date.now() + 5_000;
      for (;;) {
        const { resolved, refused } = await incidents.resolveNew();
        if (refused[0]) throw new Mismatch(refused[0]);
        if (resolved > 0) return resolved;
        if (Date.now() > until) throw new Mismatch('no incident was raised');
        await delay(30);
      }
    },
    async noIncident() {
      const { resolved, refused } = await incidents.resolveNew();
      if (resolved + refused.length > 0) throw new Mismatch('an incident was raised');
    },
    incidentOf: (of) => incidents.ofJob(of.key),
    async rejected(promise, wanted, message) {
      const error: ServiceError | undefined = await promise.then(
        () => undefined,
        (reason) => reason,
      );
      if (!error) throw new Mismatch(`the call was accepted, not refused with ${wanted}`);
      if (status[error.code] !== wanted) throw new Mismatch(`expected ${wanted}, but: ${error.message}`);
      const fits =
        message === undefined ||
        (typeof message === 'string' ? error.details.endsWith(message) : message.test(error.details));
      if (!fits) throw new Mismatch(`expected the text ${message}\n  but it was ${error.details}`);
    },
    async ended(instance) {
      const until = Date.now() + WAIT;
      while (await isThere(keyOf(instance))) {
        if (Date.now() > until) throw new Mismatch(`the instance has not ended within ${WAIT} ms`);
        await delay(15);
      }
    },
    async running(instance) {
      if (!(await isThere(keyOf(instance)))) throw new Mismatch('the instance is gone');
    },
    sleep: (ms) => delay(ms),
    equal(actual, expected, what) {
      try {
        deepStrictEqual(actual, expected);
      } catch (error) {
        throw new Mismatch(`${what ? `${what}: ` : ''}${(error as Error).message}`);
      }
    },
    ok(value, what) {
      if (!value) throw new Mismatch(what);
    },
    watchIncidents: () => incidents.begin(),
    resolveAll: () => incidents.resolveNew(),
    async cleanUp() {
      for (const close of streams) close();
      const ignore = () => undefined;
      await Promise.all(
        [...instances].map((processInstanceKey) =>
          client.call('CancelProcessInstance', { processInstanceKey }).catch(ignore),
        ),
      );
      await Promise.all(
        [...selfStarting].map((resourceKey) => client.call('DeleteResource', { resourceKey }).catch(ignore)),
      );
    },
  };
}
