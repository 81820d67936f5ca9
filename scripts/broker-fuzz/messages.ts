/** Random bytes and random messages of the protocol on every RPC. */
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { protocolRoot } from '../../engine/broker/gateway/protocol-source.ts';
import { type Attack, type Attacker, pick } from './attack.ts';

const texts: readonly string[] = [
  '',
  ' ',
  'canary-not',
  'fuzz',
  '<default>',
  '=',
  '=1+',
  '\0',
  '\ud800',
  '{"a":1}',
  '{"a":',
  '[]',
  'null',
  '{"__proto__":{"x":1},"constructor":1}',
  '{"a":1e400}',
  `{"a":${'['.repeat(2_000)}${']'.repeat(2_000)}}`,
  'ß'.repeat(5_000),
  "'; drop schema zeebe cascade; --",
];
const integers: readonly (number | string)[] = [
  0,
  1,
  -1,
  2,
  100,
  2_147_483_647,
  -2_147_483_648,
  '9223372036854775807',
  '-9223372036854775808',
  '2251799813685249',
  '2251799813685300',
  '4503599627370497',
];

/** A message of a type with random fields; nested ones up to a depth. */
function randomMessage(type: protobuf.Type, draw: () => number, depth = 0): Record<string, unknown> {
  const message: Record<string, unknown> = {};
  for (const field of type.fieldsArray) {
    field.resolve();
    if (draw() < 0.2) continue;
    const one = (): unknown => {
      if (field.resolvedType instanceof protobuf.Type)
        return depth > 3 ? {} : randomMessage(field.resolvedType, draw, depth + 1);
      if (field.type === 'string') return pick(draw, texts);
      if (field.type === 'bytes') return Buffer.from(pick(draw, texts));
      if (field.type === 'bool') return draw() < 0.5;
      const number = pick(draw, integers);
      return field.type.endsWith('32') ? Number(BigInt.asIntN(32, BigInt(number))) : number;
    };
    message[field.name] = field.repeated ? Array.from({ length: Math.floor(draw() * 4) }, one) : one();
  }
  return message;
}

const root = protocolRoot();
const service = root.lookupService('gateway_protocol.Gateway');
service.resolveAll();
const methods = Object.values(service.methods).flatMap((rpc) => {
  rpc.resolve();
  return rpc.resolvedRequestType ? [{ name: rpc.name, type: rpc.resolvedRequestType }] : [];
});

/** Random messages may do anything but disturb the others; what a call waits for is not waited for here. */
function send(client: Client, rpc: string, bytes: Buffer, attacker: Attacker): Promise<void> {
  return new Promise((resolve) => {
    const call = client.makeServerStreamRequest(
      `/gateway_protocol.Gateway/${rpc}`,
      (value: Buffer) => value,
      (value) => value,
      bytes,
      new Metadata(),
      { deadline: Date.now() + 10_000 },
    );
    // polls and streams may stay open: that is what they are for
    const waiting = setTimeout(() => call.cancel(), 300);
    let answered = false;
    call.on('data', () => {
      answered = true;
    });
    call.on('error', ({ code, details }: { code?: number; details?: string }) => {
      clearTimeout(waiting);
      if (code === 13 || (code === 4 && !answered && !/Activate|WithResult/.test(rpc)))
        attacker.note(
          `${rpc} answered ${code} ${details?.slice(0, 300)} to ${bytes.toString('hex').slice(0, 200)}`,
        );
      resolve();
    });
    call.on('end', () => {
      clearTimeout(waiting);
      resolve();
    });
  });
}

async function inParallel(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: 16 }, lane));
}

const connectTo = (address: string): Client =>
  new Client(address, credentials.createInsecure(), {
    'grpc.use_local_subchannel_pool': 1,
    'grpc.max_send_message_length': -1,
  });

export const messageAttacks: readonly Attack[] = [
  {
    name: 'random messages',
    async run(attacker) {
      const { draw, amount } = attacker;
      const client = connectTo(attacker.address);
      await inParallel(400 * amount, async () => {
        const { name, type } = pick(draw, methods);
        const message = type.fromObject(randomMessage(type, draw));
        await send(client, name, Buffer.from(type.encode(message).finish()), attacker);
      });
      client.close();
    },
  },
  {
    name: 'random bytes in messages',
    async run(attacker) {
      const { draw, amount } = attacker;
      const client = connectTo(attacker.address);
      await inParallel(400 * amount, async () => {
        const { name, type } = pick(draw, methods);
        const bytes = Buffer.from(type.encode(type.fromObject(randomMessage(type, draw))).finish());
        const flips = 1 + Math.floor(draw() * 8);
        for (let flip = 0; flip < flips; flip++)
          bytes[Math.floor(draw() * bytes.length)] = Math.floor(draw() * 256);
        await send(client, name, bytes.subarray(0, Math.ceil(draw() * bytes.length)), attacker);
      });
      client.close();
    },
  },
  {
    name: 'variables over 4 MB, and hundreds of just under',
    async run(attacker) {
      const { client, tryCall } = attacker;
      const request = (size: number) => ({
        bpmnProcessId: 'fuzz-none',
        version: -1,
        variables: JSON.stringify({ a: 'x'.repeat(size) }),
      });
      if ((await tryCall('CreateProcessInstance', request(4_300_000))) !== 8)
        attacker.note('a request over 4 MB was not refused with RESOURCE_EXHAUSTED');
      await inParallel(100 * attacker.amount, async () => {
        await client
          .publish('fuzz', 'k', { variables: request(4_000_000).variables, timeToLive: 0 })
          .catch(() => 0);
      });
      // many keys, deep values
      const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, 1]));
      await tryCall('PublishMessage', { name: 'f', correlationKey: 'k', variables: JSON.stringify(wide) });
      await tryCall('PublishMessage', {
        name: 'f',
        correlationKey: 'k',
        variables: `{"a":${'{"b":'.repeat(300_000)}`,
      });
    },
  },
  {
    name: 'hostile headers',
    async run({ address, note }) {
      const client = connectTo(address);
      for (const [name, value] of [
        ['x-long', 'y'.repeat(15_000)],
        ['x-longer', 'y'.repeat(60_000)],
        ['authorization', 'Bearer ../../etc/passwd'],
        ['grpc-timeout', '99999999999H'],
        ['grpc-encoding', 'nonsense'],
        ['x-binary-bin', '\u00ff'],
      ] as const) {
        const metadata = new Metadata();
        try {
          metadata.set(name, name.endsWith('-bin') ? Buffer.from(value) : value);
        } catch {
          continue; // the client library itself refuses it
        }
        await new Promise<void>((resolve) =>
          client.makeUnaryRequest(
            '/gateway_protocol.Gateway/Topology',
            (bytes: Buffer) => bytes,
            (bytes) => bytes,
            Buffer.alloc(0),
            metadata,
            { deadline: Date.now() + 10_000 },
            (error) => {
              if (error?.code === 4) note(`a header ${name} was never answered`);
              resolve();
            },
          ),
        );
      }
      client.close();
    },
  },
];
