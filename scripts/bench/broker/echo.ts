/** An echo over gRPC with nothing behind it, as a process of its own: what a call costs at least. Argument: `own` or `grpc-js`. */
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { openGrpcServer } from '../../../engine/broker/gateway/grpc/server.ts';

export const ECHO = '/bench.Echo/Echo';

async function own(): Promise<number> {
  const server = await openGrpcServer({
    host: '127.0.0.1',
    port: 0,
    handlers: new Map([[ECHO, (call, request) => call.end(request)]]),
  });
  return server.port;
}

function library(): Promise<number> {
  const server = new Server();
  const same = (bytes: Buffer): Buffer => bytes;
  const method = {
    path: ECHO,
    requestStream: false,
    responseStream: false,
    requestSerialize: same,
    requestDeserialize: same,
    responseSerialize: same,
    responseDeserialize: same,
  } as const;
  server.addService(
    { Echo: method },
    {
      Echo: (call: { request: Buffer }, reply: (error: null, answer: Buffer) => void) =>
        reply(null, call.request),
    },
  );
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    );
  });
}

if (process.argv[1] === import.meta.filename) {
  const port = await (process.argv[2] === 'own' ? own() : library());
  process.on('message', () => process.send?.(process.cpuUsage()));
  process.on('disconnect', () => process.exit(0));
  process.send?.(port);
}
