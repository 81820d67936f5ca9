/**
 * A gRPC server for calls with one request and one or many answers, without TLS. It exists because the cost of a call bounds the broker:
 * a fraction of what @grpc/grpc-js over node:http2 needs (docs/performance.md, docs/decisions/012-own-http2.md).
 */
import { createServer } from 'node:net';
import { type Connection, openConnection } from '../http2/connection.ts';
import type { Request, ServerStream } from '../http2/stream.ts';
import { acceptCall, type Call, refuse } from './call.ts';
import { status } from './status.ts';

/** Gets the bytes of the request. */
export type Handler = (call: Call, request: Buffer) => void;

export interface GrpcServer {
  readonly port: number;
  /** Takes no more calls, waits `grace` ms for those under way, then cuts. */
  close(grace: number): Promise<void>;
}

export interface GrpcOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** By path, `/package.Service/Method`. */
  readonly handlers: ReadonlyMap<string, Handler>;
}

function serve(handlers: ReadonlyMap<string, Handler>, stream: ServerStream, request: Request): void {
  const { method, path, contentType } = request;
  const handler = handlers.get(path);
  if (method !== 'POST') stream.respondOnly([[':status', '405']]);
  else if (!contentType.startsWith('application/grpc')) stream.respondOnly([[':status', '415']]);
  else if (handler) acceptCall(stream, request, handler);
  else refuse(stream, { code: status.UNIMPLEMENTED, message: `Method not found: ${path.slice(1)}` });
}

/** Listens; rejects with the error of the port when that cannot be had. */
export async function openGrpcServer(options: GrpcOptions): Promise<GrpcServer> {
  const connections = new Set<Connection>();
  const server = createServer((socket) => {
    const connection = openConnection(socket, (stream, request) => serve(options.handlers, stream, request));
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    async close(grace) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const connection of connections) connection.close();
      const cut = setTimeout(() => {
        for (const connection of connections) connection.destroy();
      }, grace);
      await closed;
      clearTimeout(cut);
    },
  };
}
