/** ActivateJobs (long polls) and StreamActivatedJobs. */
import type { Logger } from 'pino';
import type { Core } from '../broker.ts';
import { type ActivatedJob, type Poll, portions, type Stream } from '../jobs/dispatch.ts';
import { GatewayError, statusOf } from './errors.ts';
import type { Call } from './grpc/call.ts';
import { status } from './grpc/status.ts';
import { checkTenant, type Fields, int32, milliseconds, TENANT, text, texts } from './request.ts';

/** A call whose request and answers are messages. */
interface JobCall {
  readonly request: Fields;
  readonly call: Call;
  readonly encode: (message: Fields) => Uint8Array;
}

/** Zeebe's default for a request timeout of 0. */
const DEFAULT_REQUEST_TIMEOUT = 10_000;
const MAX_TIMEOUT = 2 ** 31 - 1;

const message = (activated: ActivatedJob): Fields => ({
  key: activated.job.key,
  type: activated.job.type,
  processInstanceKey: activated.job.processInstanceKey,
  bpmnProcessId: activated.bpmnProcessId,
  processDefinitionVersion: activated.version,
  processDefinitionKey: activated.job.processDefinitionKey,
  elementId: activated.job.elementId,
  elementInstanceKey: activated.job.elementInstanceKey,
  customHeaders: activated.headers,
  worker: activated.worker,
  retries: activated.retries,
  deadline: activated.deadline,
  variables: activated.variables,
  tenantId: TENANT,
});

export interface JobCalls {
  activateJobs(call: JobCall): void;
  streamActivatedJobs(call: JobCall): void;
  /** Ends all waiting calls with UNAVAILABLE. */
  endAll(): void;
}

export function jobCalls(core: Core, log: Logger): JobCalls {
  /** How to end each waiting call. */
  const waiting = new Set<(error: GatewayError) => void>();
  const unavailable = (): GatewayError =>
    new GatewayError(status.UNAVAILABLE, 'Expected to activate jobs, but the broker is away');
  const invalid = (reason: string): GatewayError => new GatewayError(status.INVALID_ARGUMENT, reason);

  function activateJobs({ request, call, encode }: JobCall): void {
    checkTenant('ActivateJobs', request);
    const max = int32(request, 'maxJobsToActivate');
    if (max <= 0) {
      call.end();
      return;
    }
    const timeout = milliseconds(request, 'timeout');
    const prefix =
      "Command 'ACTIVATE' rejected with code 'INVALID_ARGUMENT': Expected to activate job batch with";
    if (timeout < 1) throw invalid(`${prefix} timeout to be greater than zero, but it was '${timeout}'`);
    if (text(request, 'type') === '') throw invalid(`${prefix} type to be present, but it was blank`);
    if (!core.isReady()) throw unavailable();
    const requestTimeout = milliseconds(request, 'requestTimeout');
    let open = true;
    const poll: Poll = {
      type: text(request, 'type'),
      worker: text(request, 'worker'),
      timeout,
      fetch: texts(request, 'fetchVariable'),
      max,
      noWait: requestTimeout < 0,
      isOpen: () => open,
      deliver(jobs) {
        if (!close()) return false;
        for (const portion of portions(jobs)) call.write(encode({ jobs: portion.map(message) }));
        call.end();
        return true;
      },
    };
    const wait = requestTimeout > 0 ? requestTimeout : DEFAULT_REQUEST_TIMEOUT;
    const expiry = poll.noWait ? undefined : setTimeout(expire, Math.min(wait, MAX_TIMEOUT));
    const end = (error: GatewayError): void => {
      if (close()) call.fail(statusOf(error, log));
    };
    function close(): boolean {
      if (!open) return false;
      open = false;
      clearTimeout(expiry);
      waiting.delete(end);
      core.dispatcher.removePoll(poll);
      return true;
    }
    function expire(): void {
      if (close()) call.end();
    }
    waiting.add(end);
    call.onClose(close);
    core.dispatcher.addPoll(poll);
    core.wake();
  }

  function streamActivatedJobs({ request, call, encode }: JobCall): void {
    checkTenant('StreamActivatedJobs', request);
    const timeout = milliseconds(request, 'timeout');
    const prefix = 'Expected to stream activated jobs with';
    if (text(request, 'type').trim() === '') throw invalid(`${prefix} type to be present, but it was blank`);
    if (timeout < 1) throw invalid(`${prefix} timeout to be greater than zero, but it was ${timeout}`);
    if (!core.isReady()) throw unavailable();
    let open = true;
    let ready = true;
    const stream: Stream = {
      type: text(request, 'type'),
      worker: text(request, 'worker'),
      timeout,
      fetch: texts(request, 'fetchVariable'),
      isOpen: () => open,
      isReady: () => ready,
      deliver(job) {
        if (!open) return false;
        ready = call.write(encode(message(job)));
        return true;
      },
    };
    const end = (error: GatewayError): void => {
      if (close()) call.fail(statusOf(error, log));
    };
    function close(): boolean {
      if (!open) return false;
      open = false;
      waiting.delete(end);
      core.dispatcher.removeStream(stream);
      return true;
    }
    waiting.add(end);
    call.onDrain(() => {
      ready = true;
    });
    call.onClose(close);
    core.dispatcher.addStream(stream);
  }

  return {
    activateJobs,
    streamActivatedJobs,
    endAll() {
      for (const end of [...waiting]) end(unavailable());
    },
  };
}
