/** A broker of its own with a raw gRPC client, for tests. */
import { type ChannelOptions, Client, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { testDatabase } from '../../../scripts/testing/postgres.ts';
import { connect } from '../../sql/index.ts';
import { loadService } from '../gateway/protocol.ts';
import { type BrokerOptions, type ControllableClock, controllableClock, startBroker } from '../index.ts';

type Fields = Record<string, unknown>;
/** Answers with int64 as text. */
// biome-ignore lint/suspicious/noExplicitAny: answers of twenty message types, read by tests only
export type Answer = any;

const service = loadService();

/** int64 values of a decoded message as decimal text, everything else as it is. */
function plain(value: unknown): Answer {
  if (Array.isArray(value)) return value.map(plain);
  if (Buffer.isBuffer(value) || typeof value !== 'object' || value === null) return value;
  if ('high' in value && 'low' in value) return String(value);
  const fields: Fields = {};
  // defaults stand on the prototype
  for (const name in value) {
    const field = (value as Fields)[name];
    if (typeof field !== 'function' && !name.startsWith('$')) fields[name] = plain(field);
  }
  return fields;
}

export interface TestClient {
  /** Calls a unary RPC; rejects with the gRPC error. */
  call(rpc: string, request?: Fields): Promise<Answer>;
  /** Activates jobs of a type, by default without waiting. */
  activate(type: string, options?: Fields): Promise<Answer[]>;
  /** Waits for one job of a type (5 s at most). */
  job(type: string, options?: Fields): Promise<Answer>;
  /** Opens a stream; returns what came so far and how to close it. */
  stream(type: string, options?: Fields): { readonly jobs: Answer[]; close(): void };
  /** Deploys BPMN text. */
  deploy(...models: readonly string[]): Promise<Answer>;
  create(bpmnProcessId: string, variables?: object): Promise<Answer>;
  complete(job: Answer, variables?: object): Promise<Answer>;
  /** Whether an element or process instance is still there. */
  isActive(key: string): Promise<boolean>;
  publish(name: string, correlationKey: string, options?: Fields): Promise<Answer>;
  /** Status code and message of a call that fails. */
  failure(rpc: string, request?: Fields): Promise<{ code: number; message: string }>;
  close(): void;
}

export function testClient(address: string, options: ChannelOptions = {}): TestClient {
  const client = new Client(address, credentials.createInsecure(), options);
  const method = (rpc: string) => {
    const found = service[rpc];
    if (!found) throw new Error(`no rpc ${rpc}`);
    return found;
  };
  const call = (rpc: string, request: Fields = {}): Promise<Answer> => {
    const { path, requestSerialize, responseDeserialize } = method(rpc);
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        new Metadata({ waitForReady: true }),
        { deadline: Date.now() + 20_000 },
        (error, answer) => (error ? reject(error) : resolve(plain(answer))),
      );
    });
  };
  const open = (rpc: string, request: Fields) => {
    const { path, requestSerialize, responseDeserialize } = method(rpc);
    return client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request);
  };
  const activate = (type: string, options: Fields = {}): Promise<Answer[]> =>
    new Promise((resolve, reject) => {
      const jobs: Answer[] = [];
      open('ActivateJobs', {
        type,
        worker: 'test',
        timeout: 60_000,
        maxJobsToActivate: 100,
        requestTimeout: -1,
        ...options,
      })
        .on('data', (answer) => jobs.push(...plain(answer).jobs))
        .on('error', reject)
        .on('end', () => resolve(jobs));
    });
  return {
    call,
    activate,
    async job(type, options = {}) {
      const [job] = await activate(type, { maxJobsToActivate: 1, requestTimeout: 5_000, ...options });
      if (!job) throw new Error(`no job of type ${type}`);
      return job;
    },
    stream(type, options = {}) {
      const jobs: Answer[] = [];
      const stream = open('StreamActivatedJobs', { type, worker: 'test', timeout: 60_000, ...options })
        .on('data', (job) => jobs.push(plain(job)))
        .on('error', () => undefined);
      return { jobs, close: () => stream.cancel() };
    },
    deploy: (...models) =>
      call('DeployResource', {
        resources: models.map((model, index) => ({ name: `p${index}.bpmn`, content: Buffer.from(model) })),
      }),
    create: (bpmnProcessId, variables = {}) =>
      call('CreateProcessInstance', { bpmnProcessId, version: -1, variables: JSON.stringify(variables) }),
    complete: (job, variables = {}) =>
      call('CompleteJob', { jobKey: job.key, variables: JSON.stringify(variables) }),
    isActive: (key) =>
      call('SetVariables', { elementInstanceKey: key, variables: '{}', local: true }).then(
        () => true,
        ({ code }: ServiceError) => {
          if (code === 5) return false;
          throw new Error(`SetVariables answered ${code}`);
        },
      ),
    publish: (name, correlationKey, options = {}) =>
      call('PublishMessage', { name, correlationKey, ...options }),
    failure: (rpc, request) =>
      call(rpc, request).then(
        () => {
          throw new Error(`${rpc} was accepted`);
        },
        ({ code, details }: ServiceError) => ({ code, message: details }),
      ),
    close: () => client.close(),
  };
}

export interface TestBroker extends TestClient {
  readonly clock: ControllableClock;
  readonly databaseUrl: string;
  readonly address: string;
  /** Rows of a query on the broker's database. */
  sql(query: string): Promise<Answer[]>;
  /** Ends the broker and starts it again on the same database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A fresh database with a broker on it whose clock the test moves. */
export async function testBroker(
  options: Omit<BrokerOptions, 'databaseUrl' | 'clock'> = {},
): Promise<TestBroker> {
  const database = await testDatabase();
  const clock = controllableClock();
  const start = () => startBroker({ ...options, databaseUrl: database.url, clock });
  let broker = await start();
  let client = testClient(broker.address);
  const forward = <K extends keyof TestClient>(name: K) =>
    ((...args: never[]) => (client[name] as (...all: never[]) => unknown)(...args)) as TestClient[K];
  return {
    call: forward('call'),
    activate: forward('activate'),
    job: forward('job'),
    stream: forward('stream'),
    deploy: forward('deploy'),
    create: forward('create'),
    complete: forward('complete'),
    isActive: forward('isActive'),
    publish: forward('publish'),
    failure: forward('failure'),
    async sql(query) {
      const sql = connect(database.url, { max: 1 });
      try {
        return [...(await sql.unsafe(query))];
      } finally {
        await sql.end();
      }
    },
    close: forward('close'),
    clock,
    databaseUrl: database.url,
    get address() {
      return broker.address;
    },
    async restart() {
      client.close();
      await broker.close();
      broker = await start();
      client = testClient(broker.address);
    },
    async stop() {
      client.close();
      await broker.close();
      await database.drop();
    },
  };
}
