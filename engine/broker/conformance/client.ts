/** A plain gRPC client of the gateway protocol, as thin as can be: what it shows is what the wire says. */
import { setTimeout as delay } from 'node:timers/promises';
import { Client, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { loadService } from '../gateway/protocol.ts';

export type Fields = Record<string, unknown>;
/** An answer: int64 as decimal text, enums as numbers. */
// biome-ignore lint/suspicious/noExplicitAny: answers of twenty message types, read by scenarios only
export type Answer = any;

const service = loadService();

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

export interface Stream {
  onData(listener: (answer: Answer) => void): void;
  /** Settles when the server ends the stream; rejects with its error. */
  readonly ended: Promise<void>;
  cancel(): void;
}

export interface GatewayClient {
  /** A unary call; rejects with the gRPC error. Back-pressure is waited out. */
  call(rpc: string, request: Fields, options?: { readonly deadline?: number }): Promise<Answer>;
  open(rpc: string, request: Fields): Stream;
  close(): void;
}

const isBackPressure = (error: unknown): boolean => {
  const { code, details } = error as ServiceError;
  return (
    code === status.RESOURCE_EXHAUSTED && /maximum capacity|on one of the partitions/.test(details ?? '')
  );
};

/** Waits until the gateway knows a leader (a minute at most). */
export async function untilReady(client: GatewayClient): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;)
    try {
      const { brokers } = await client.call('Topology', {}, { deadline: 5_000 });
      const partitions = brokers.flatMap((broker: Answer) => broker.partitions);
      if (partitions.some(({ role }: Answer) => role === 0)) return;
      throw new Error('the gateway knows no leader');
    } catch (error) {
      if (Date.now() > until) throw error;
      await delay(500);
    }
}

/** A client of `host:port`. */
export function gatewayClient(address: string): GatewayClient {
  const client = new Client(address, credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
    // a connection of its own, not one shared within this program
    'grpc.use_local_subchannel_pool': 1,
  });
  const method = (rpc: string) => {
    const found = service[rpc];
    if (!found) throw new Error(`no rpc ${rpc}`);
    return found;
  };
  const once = (rpc: string, request: Fields, deadline: number): Promise<Answer> => {
    const { path, requestSerialize, responseDeserialize } = method(rpc);
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        new Metadata({ waitForReady: true }),
        { deadline: Date.now() + deadline },
        (error, answer) => (error ? reject(error) : resolve(plain(answer))),
      );
    });
  };
  return {
    async call(rpc, request, { deadline = 30_000 } = {}) {
      for (let wait = 20; ; wait = Math.min(wait * 2, 500))
        try {
          return await once(rpc, request, deadline);
        } catch (error) {
          if (!isBackPressure(error)) throw error;
          await delay(wait);
        }
    },
    open(rpc, request) {
      const { path, requestSerialize, responseDeserialize } = method(rpc);
      const stream = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request);
      let cancelled = false;
      const ended = new Promise<void>((resolve, reject) => {
        stream.on('end', resolve).on('error', (error) => (cancelled ? resolve() : reject(error)));
      });
      // whoever does not wait for the end must not die of it
      ended.catch(() => undefined);
      return {
        onData: (listener) => stream.on('data', (answer) => listener(plain(answer))),
        ended,
        cancel() {
          cancelled = true;
          stream.cancel();
        },
      };
    },
    close: () => client.close(),
  };
}
