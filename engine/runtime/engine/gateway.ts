/** The Zeebe gateway as the runtime uses it: a few commands over gRPC, errors sorted into what the caller must do. */
// Only the gRPC client: the package's entry loads its REST, OAuth and console clients as well (25 MB).
import { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';

export interface Job {
  readonly key: string;
  readonly type: string;
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** `gone`: the thing does not exist (any more). `exists`: done before. `refused`: will not work however often. `down`: try again. */
export type GatewayFailure = 'gone' | 'exists' | 'refused' | 'down';
export class GatewayError extends Error {
  readonly failure: GatewayFailure;
  constructor(failure: GatewayFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GatewayError';
    this.failure = failure;
  }
}

export interface Gateway {
  /** Deploys a BPMN file and returns the process definition key. */
  deploy(name: string, bpmn: string): Promise<string>;
  publish(message: {
    name: string;
    correlationKey: string;
    messageId: string;
    ttlMs: number;
    variables: Readonly<Record<string, unknown>>;
  }): Promise<void>;
  complete(jobKey: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
  cancel(processInstanceKey: string): Promise<void>;
  /** Changes nothing; `gone` when the element instance has ended. */
  probe(elementInstanceKey: string): Promise<'alive' | 'gone'>;
  /** Parked until jobs come or `waitMs` has passed. */
  activate(request: {
    type: string;
    worker: string;
    max: number;
    holdMs: number;
    waitMs: number;
  }): Promise<readonly Job[]>;
  holdFor(jobKey: string, ms: number): Promise<void>;
  fail(jobKey: string, retries: number, message: string, backOffMs: number): Promise<void>;
  /** Resolves when a partition leader answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** @param address `host:port` of the gateway, without TLS. */
export function connectGateway(address: string): Gateway {
  const client = new ZeebeGrpcClient({
    config: {
      ZEEBE_GRPC_ADDRESS: `grpc://${address.replace(/^grpc:\/\//, '')}`,
      CAMUNDA_AUTH_STRATEGY: 'NONE',
      // the outbox and the job loops repeat by themselves, and must know when the engine is down
      zeebeGrpcSettings: {
        ZEEBE_CLIENT_LOG_LEVEL: 'NONE',
        ZEEBE_GRPC_CLIENT_RETRY: false,
        ZEEBE_GRPC_CLIENT_EAGER_CONNECT: false,
      },
    },
  });
  let closing = false;
  /** The client answers null to whatever comes after `close`: taken for success, a command would be lost. */
  const call = async <T>(run: () => Promise<T>): Promise<T> => {
    if (closing) throw new GatewayError('down', 'the connection is being closed');
    const answer = await attempt(run);
    if (answer === null) throw new GatewayError('down', 'the connection was closed');
    return answer;
  };
  return {
    async deploy(name, bpmn) {
      const answer = await call(() => client.deployResource({ name, process: Buffer.from(bpmn) }));
      const key = answer.deployments[0]?.process.processDefinitionKey;
      if (!key) throw new GatewayError('refused', `${name}: the engine deployed no process`);
      return key;
    },
    async publish({ name, correlationKey, messageId, ttlMs, variables }) {
      await call(() =>
        client.publishMessage({
          name,
          correlationKey,
          messageId,
          timeToLive: ttlMs,
          variables: variables as Record<string, string>,
        }),
      );
    },
    async complete(jobKey, variables) {
      await call(() => client.completeJob({ jobKey, variables: variables as Record<string, string> }));
    },
    async cancel(processInstanceKey) {
      await call(() => client.cancelProcessInstance(processInstanceKey));
    },
    async probe(elementInstanceKey) {
      try {
        await call(() => client.setVariables({ elementInstanceKey, variables: {}, local: true }));
        return 'alive';
      } catch (error) {
        if (error instanceof GatewayError && error.failure === 'gone') return 'gone';
        throw error;
      }
    },
    async activate({ type, worker, max, holdMs, waitMs }) {
      const jobs = await call(() =>
        client.activateJobs({
          type,
          worker,
          maxJobsToActivate: max,
          timeout: holdMs,
          requestTimeout: waitMs,
        }),
      );
      return jobs.map((job) => ({
        key: job.key,
        type: job.type,
        processInstanceKey: job.processInstanceKey,
        // on the wire since 8.0, only missing in the client's type
        processDefinitionKey: (job as unknown as { processDefinitionKey: string }).processDefinitionKey,
        elementId: job.elementId,
        elementInstanceKey: job.elementInstanceKey,
        headers: job.customHeaders as unknown as Record<string, string>,
        variables: job.variables as Record<string, unknown>,
      }));
    },
    async holdFor(jobKey, ms) {
      await call(() => client.updateJobTimeout({ jobKey, timeout: ms }));
    },
    async fail(jobKey, retries, message, backOffMs) {
      await call(() => client.failJob({ jobKey, retries, errorMessage: message, retryBackOff: backOffMs }));
    },
    async ping() {
      const topology = await call(() => client.topology());
      const led = topology.brokers.some((broker) =>
        broker.partitions.some((p) => String(p.role) === 'LEADER'),
      );
      if (!led) throw new GatewayError('down', 'no partition has a leader');
    },
    async close() {
      closing = true;
      await client.close();
    },
  };
}

const grpcGone = 5;
const grpcExists = 6;
const grpcDown = new Set([1, 4, 8, 13, 14]); // CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, INTERNAL, UNAVAILABLE

async function attempt<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? Number(error.code) : Number.NaN;
    const message = error instanceof Error ? error.message : String(error);
    const failure =
      code === grpcGone
        ? 'gone'
        : code === grpcExists
          ? 'exists'
          : grpcDown.has(code) || Number.isNaN(code)
            ? 'down'
            : 'refused';
    throw new GatewayError(failure, message, { cause: error });
  }
}
