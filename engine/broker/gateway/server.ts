/** The gRPC server. */
import { createServer } from 'node:net';
import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type sendUnaryData,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { Logger } from 'pino';
import type { Core } from '../broker.ts';
import { serviceError } from './errors.ts';
import { jobCalls } from './job-calls.ts';
import { loadService } from './protocol.ts';
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

const MAX_MESSAGE = 4 * 1024 * 1024;
const GRACE = 2_000;

const isInUse = (error: Error): boolean => /EADDRINUSE|No address added/.test(error.message);

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

export async function openGateway(core: Core, options: GatewayOptions): Promise<Gateway> {
  const { host, log } = options;
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE,
    'grpc.max_send_message_length': -1,
    // a worker whose machine is gone must not keep waiting for jobs
    'grpc.keepalive_time_ms': 30_000,
    'grpc.keepalive_timeout_ms': 10_000,
  });
  let port = options.port;
  const jobs = jobCalls(core, log);
  core.onAway(() => jobs.endAll());

  const unary =
    (rpc: string, method: Unary) => (call: ServerUnaryCall<Fields, Fields>, reply: sendUnaryData<Fields>) => {
      const answer = async (): Promise<Fields> => {
        checkTenant(rpc, call.request);
        return method(call.request);
      };
      answer().then(
        (response) => reply(null, response),
        (error: unknown) => reply(serviceError(error, log)),
      );
    };
  type StreamCall = Parameters<typeof jobs.activateJobs>[0];
  const streaming = (method: (call: StreamCall) => void) => (call: StreamCall) => {
    try {
      method(call);
    } catch (error) {
      call.emit('error', serviceError(error, log));
    }
  };

  const implementation: UntypedServiceImplementation = {
    ActivateJobs: streaming(jobs.activateJobs),
    StreamActivatedJobs: streaming(jobs.streamActivatedJobs),
  };
  const methods = unaryMethods(core, () => ({ host, port }));
  for (const [rpc, method] of Object.entries(methods)) implementation[rpc] = unary(rpc, method);
  server.addService(loadService(), implementation);

  port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(isInUse(error) ? new PortInUse(`port ${options.port} is taken`) : error);
      else resolve(bound);
    });
  });
  return {
    port,
    async close() {
      jobs.endAll();
      await new Promise<void>((resolve) => {
        const force = setTimeout(() => {
          server.forceShutdown();
          resolve();
        }, GRACE);
        server.tryShutdown(() => {
          clearTimeout(force);
          resolve();
        });
      });
    },
  };
}
