/** The gateway protocol with nothing around it: raw gRPC calls of the benchmark's driver, the same for every engine. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Client, type ClientReadableStream, credentials, type ServiceError, status } from '@grpc/grpc-js';
import protobuf from 'protobufjs';

type Fields = Record<string, unknown>;

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
const encoder = (type: string) => {
  const found = root.lookupType(`gateway_protocol.${type}`);
  return (fields: Fields): Buffer => found.encode(fields).finish() as Buffer;
};
const decoder = (type: string) => {
  const found = root.lookupType(`gateway_protocol.${type}`);
  return (bytes: Buffer): Fields => found.decode(bytes) as unknown as Fields;
};
const rpc = (name: string, answer = `${name}Response`) => ({
  path: `/gateway_protocol.Gateway/${name}`,
  encode: encoder(`${name}Request`),
  decode: decoder(answer),
});
const rpcs = {
  Topology: rpc('Topology'),
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

/** A connection of its own (grpc-js would share one between clients of the same address). */
export function connect(address: string): Connection {
  const client = new Client(address, credentials.createInsecure(), {
    'grpc.use_local_subchannel_pool': 1,
    'grpc.max_receive_message_length': -1,
    'grpc.enable_retries': 0,
  });
  const open = new Set<ClientReadableStream<Fields>>();
  const once = (name: keyof typeof rpcs, request: Fields): Promise<Fields> => {
    const { path, encode, decode } = rpcs[name];
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest(path, encode, decode, request, (error, answer) =>
        error || !answer ? reject(error) : resolve(answer),
      );
    });
  };
  /** Tries again where the engine refuses for the load, as its clients do. */
  const call: Connection['call'] = async (name, request) => {
    for (let pause = 10; ; pause = Math.min(pause * 2, 1000)) {
      try {
        return await once(name, request);
      } catch (error) {
        if ((error as ServiceError).code !== status.RESOURCE_EXHAUSTED) throw error;
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
      const request = { type, worker: WORKER, timeout: JOB_TIMEOUT };
      const stream = client.makeServerStreamRequest(path, encode, decode, request);
      open.add(stream);
      stream.on('data', (fields: Fields) => onJob(jobOf(fields)));
      stream.on('error', (error: ServiceError) => {
        open.delete(stream);
        if (error.code !== status.CANCELLED) throw error;
      });
    },
    poll: (type, { max, requestTimeout }) =>
      new Promise((resolve, reject) => {
        const { path, encode, decode } = activateJobs;
        const request = {
          type,
          worker: WORKER,
          timeout: JOB_TIMEOUT,
          maxJobsToActivate: max,
          requestTimeout,
        };
        const stream = client.makeServerStreamRequest(path, encode, decode, request);
        open.add(stream);
        const jobs: Job[] = [];
        stream.on('data', ({ jobs: some }: Fields) => jobs.push(...(some as Fields[]).map(jobOf)));
        stream.on('error', (error: ServiceError) => {
          open.delete(stream);
          if (error.code === status.CANCELLED) resolve([]);
          else reject(error);
        });
        stream.on('end', () => {
          open.delete(stream);
          resolve(jobs);
        });
      }),
    close() {
      for (const stream of open) stream.cancel();
      client.close();
    },
  };
}
