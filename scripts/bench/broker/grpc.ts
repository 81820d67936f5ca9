/** The gateway protocol with nothing around it: raw gRPC calls of the benchmark's driver, the same for every engine. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Client, credentials, type ServiceError } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { type LeanClient, leanClient } from './lean-client.ts';

type Fields = Record<string, unknown>;

/** With what the driver speaks: next to nothing, or the library that Node clients use. */
export type Library = 'lean' | 'grpc-js';

export interface Job {
  readonly key: number;
  readonly processInstanceKey: number;
}

/** What protobufjs makes of an int64. Keys of partition 1 are below 2^53. */
interface Int64 {
  readonly high: number;
  readonly low: number;
}
const toNumber = (value: unknown): number =>
  typeof value === 'number' ? value : (value as Int64).high * 2 ** 32 + ((value as Int64).low >>> 0);

const sdk = createRequire(import.meta.url).resolve('@camunda8/sdk');
const root = protobuf.loadSync(join(dirname(sdk), 'proto', 'zeebe.proto'));
const rpc = (name: string, answer = `${name}Response`) => {
  const request = root.lookupType(`gateway_protocol.${name}Request`);
  const response = root.lookupType(`gateway_protocol.${answer}`);
  return {
    path: `/gateway_protocol.Gateway/${name}`,
    encode: (fields: Fields): Buffer => request.encode(fields).finish() as Buffer,
    decode: (bytes: Buffer): Fields => response.decode(bytes) as unknown as Fields,
  };
};
const rpcs = {
  DeployResource: rpc('DeployResource'),
  CreateProcessInstance: rpc('CreateProcessInstance'),
  CompleteJob: rpc('CompleteJob'),
  PublishMessage: rpc('PublishMessage'),
};
const activateJobs = rpc('ActivateJobs');
const streamActivatedJobs = rpc('StreamActivatedJobs', 'ActivatedJob');

const jobOf = (fields: Fields): Job => ({
  key: toNumber(fields.key),
  processInstanceKey: toNumber(fields.processInstanceKey),
});

class CallError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(`${code} ${message}`);
    this.code = code;
  }
}
const CANCELLED = 1;
const RESOURCE_EXHAUSTED = 8;

/** grpc-js behind the same interface. */
function libraryClient(address: string): LeanClient {
  // a connection of its own: the library would share one between clients of the same address
  const client = new Client(address, credentials.createInsecure(), {
    'grpc.use_local_subchannel_pool': 1,
    'grpc.max_receive_message_length': -1,
    'grpc.enable_retries': 0,
  });
  const same = (bytes: Uint8Array): Buffer => bytes as Buffer;
  return {
    start(path, request, call) {
      const stream = client.makeServerStreamRequest(path, same, same, request);
      stream.on('data', (bytes: Buffer) => call.onMessage(bytes));
      stream.on('error', (error: ServiceError) => call.onEnd(error.code, error.details));
      stream.on('end', () => call.onEnd(0, ''));
      return () => stream.cancel();
    },
    close: () => client.close(),
  };
}

export interface Connection {
  call(name: keyof typeof rpcs, request: Fields): Promise<Fields>;
  /** Creates an instance; its key. */
  create(processId: string, variables: string): Promise<number>;
  complete(jobKey: number, variables: string): Promise<unknown>;
  publish(name: string, correlationKey: string): Promise<unknown>;
  /** Jobs pushed for as long as the connection is open. */
  stream(type: string, onJob: (job: Job) => void): void;
  /** One ActivateJobs call. */
  poll(type: string, options: { max: number; requestTimeout: number }): Promise<Job[]>;
  close(): void;
}

const WORKER = 'bench';
const JOB_TIMEOUT = 600_000;
const MESSAGE_LIFETIME = 10_000;

/** How often calls were refused because of the load. */
export const refusals = { count: 0 };

/** A connection of its own. */
export function connect(address: string, library: Library = 'lean'): Connection {
  const client = library === 'lean' ? leanClient(address) : libraryClient(address);
  const open = new Set<() => void>();
  const once = (name: keyof typeof rpcs, request: Fields): Promise<Fields> => {
    const { path, encode, decode } = rpcs[name];
    return new Promise((resolve, reject) => {
      let answer: Fields | undefined;
      client.start(path, encode(request), {
        onMessage: (bytes) => {
          answer = decode(bytes);
        },
        onEnd: (code, message) =>
          code === 0 && answer ? resolve(answer) : reject(new CallError(code, message)),
      });
    });
  };
  /** Tries again where the engine refuses for the load, as its clients do. */
  const call: Connection['call'] = async (name, request) => {
    for (let pause = 10; ; pause = Math.min(pause * 2, 1000)) {
      try {
        return await once(name, request);
      } catch (error) {
        if (!(error instanceof CallError) || error.code !== RESOURCE_EXHAUSTED) throw error;
        refusals.count++;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };
  return {
    call,
    async create(bpmnProcessId, variables) {
      const answer = await call('CreateProcessInstance', { bpmnProcessId, version: -1, variables });
      return toNumber(answer.processInstanceKey);
    },
    complete: (jobKey, variables) => call('CompleteJob', { jobKey, variables }),
    publish: (name, correlationKey) =>
      call('PublishMessage', {
        name,
        correlationKey,
        timeToLive: MESSAGE_LIFETIME,
        variables: '{"answer":"yes"}',
      }),
    stream(type, onJob) {
      const { path, encode, decode } = streamActivatedJobs;
      const cancel = client.start(path, encode({ type, worker: WORKER, timeout: JOB_TIMEOUT }), {
        onMessage: (bytes) => onJob(jobOf(decode(bytes))),
        onEnd(code, message) {
          open.delete(cancel);
          if (code > CANCELLED) throw new CallError(code, message);
        },
      });
      open.add(cancel);
    },
    poll: (type, { max, requestTimeout }) =>
      new Promise((resolve, reject) => {
        const { path, encode, decode } = activateJobs;
        const jobs: Job[] = [];
        const request = {
          type,
          worker: WORKER,
          timeout: JOB_TIMEOUT,
          maxJobsToActivate: max,
          requestTimeout,
        };
        const cancel = client.start(path, encode(request), {
          onMessage: (bytes) => jobs.push(...(decode(bytes).jobs as Fields[]).map(jobOf)),
          onEnd(code, message) {
            open.delete(cancel);
            if (code > CANCELLED) reject(new CallError(code, message));
            else resolve(jobs);
          },
        });
        open.add(cancel);
      }),
    close() {
      for (const cancel of open) cancel();
      client.close();
    },
  };
}
