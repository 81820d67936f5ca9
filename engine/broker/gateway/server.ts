/** The gRPC server. */
import { createServer } from 'node:net';
import type { Logger } from 'pino';
import type { Core } from '../broker.ts';
import { Overloaded } from '../unavailable.ts';
import { GatewayError, statusOf } from './errors.ts';
import { type Handler, openGrpcServer } from './grpc/server.ts';
import { status } from './grpc/status.ts';
import { healthService } from './health.ts';
import { jobCalls } from './job-calls.ts';
import { loadService, type Method } from './protocol.ts';
import { checkTenant, type Fields } from './request.ts';
import { type Unary, unaryMethods } from './unary.ts';

export interface Gateway {
  readonly port: number;
  /** Refuses new calls, ends the waiting ones, lets those under way finish for a moment. */
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly log: Logger;
}

const GRACE = 2_000;
/** Bytes of requests under way above which new work is refused: what is read from them takes several times as much. */
const MAX_HELD = 64 * 1024 * 1024;
/** What brings work to its end is refused later (zeebe.md 5.7). */
const isUrgent = (rpc: string): boolean =>
  rpc === 'CompleteJob' || rpc === 'FailJob' || rpc === 'CancelProcessInstance' || rpc === 'Topology';

/** The port is taken by somebody else. */
export class PortInUse extends Error {}

/** Throws `PortInUse` before anything else is begun. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(`port ${port} is taken`) : error),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** What is no message of the protocol is answered as Zeebe's server does. */
function decoded(deserialize: Method['requestDeserialize'], bytes: Buffer): Fields {
  try {
    return deserialize(bytes);
  } catch {
    throw new GatewayError(status.UNKNOWN, 'Application error processing RPC');
  }
}

export async function openGateway(core: Core, options: GatewayOptions): Promise<Gateway> {
  const { host, log } = options;
  let port = options.port;
  const jobs = jobCalls(core, log);
  core.onAway(() => jobs.endAll());
  /** Bytes of requests that are not answered. */
  let held = 0;

  const unary =
    (rpc: string, { requestDeserialize, responseSerialize }: Method, method: Unary): Handler =>
    (call, bytes) => {
      held += bytes.length;
      const answer = async (): Promise<Fields> => {
        if (held > (isUrgent(rpc) ? 2 * MAX_HELD : MAX_HELD)) throw new Overloaded();
        const request = decoded(requestDeserialize, bytes);
        checkTenant(rpc, request);
        return method(request);
      };
      answer().then(
        (response) => {
          held -= bytes.length;
          call.end(responseSerialize(response));
        },
        (error: unknown) => {
          held -= bytes.length;
          call.fail(statusOf(error, log));
        },
      );
    };
  const streaming =
    ({ requestDeserialize, responseSerialize }: Method, method: typeof jobs.activateJobs): Handler =>
    (call, bytes) => {
      try {
        method({ call, request: decoded(requestDeserialize, bytes), encode: responseSerialize });
      } catch (error) {
        call.fail(statusOf(error, log));
      }
    };

  const methods = unaryMethods(core, () => ({ host, port }));
  const health = healthService(core);
  const handlers = new Map<string, Handler>(health.handlers);
  for (const [rpc, definition] of Object.entries(loadService())) {
    const method = methods[rpc];
    if (method) handlers.set(definition.path, unary(rpc, definition, method));
    else if (rpc === 'ActivateJobs') handlers.set(definition.path, streaming(definition, jobs.activateJobs));
    else if (rpc === 'StreamActivatedJobs')
      handlers.set(definition.path, streaming(definition, jobs.streamActivatedJobs));
  }
  const server = await openGrpcServer({ host, port, handlers }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new PortInUse(`port ${options.port} is taken`) : error;
  });
  port = server.port;
  return {
    port,
    async close() {
      health.end();
      jobs.endAll();
      await server.close(GRACE);
    },
  };
}
