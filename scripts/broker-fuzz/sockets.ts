/** Clients that say nothing, noise, or half of what they should; and very many that wait. */
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { testClient } from '../../engine/broker/testing/client.ts';
import type { Attack } from './attack.ts';

const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

function open(address: string, first: Buffer | string | undefined): Socket {
  const [host, port] = address.split(':');
  const socket = connect(Number(port), host);
  socket.on('error', () => undefined);
  if (first !== undefined) socket.write(first);
  return socket;
}

export const socketAttacks: readonly Attack[] = [
  {
    name: 'silent and noisy sockets',
    async run({ address, amount, draw }) {
      const noise = (length: number): Buffer =>
        Buffer.from(Array.from({ length }, () => Math.floor(draw() * 256)));
      const sockets: Socket[] = [];
      for (let index = 0; index < 100 * amount; index++) {
        const greetings = [
          undefined,
          PREFACE.slice(0, 10),
          PREFACE,
          'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
          noise(300),
          Buffer.concat([Buffer.from(PREFACE), noise(300)]),
        ];
        sockets.push(open(address, greetings[index % greetings.length]));
        if (index % 50 === 49) await delay(10);
      }
      await delay(1_000);
      for (const socket of sockets) socket.destroy();
    },
  },
  {
    name: 'long polls by the thousand',
    async run({ address, amount }) {
      const clients = Array.from({ length: 10 }, () =>
        testClient(address, { 'grpc.use_local_subchannel_pool': 1 }),
      );
      for (let index = 0; index < 1_000 * amount; index++) {
        const client = clients[index % clients.length];
        client?.activate(`fuzz-${index % 50}`, { requestTimeout: 60_000 }).catch(() => undefined);
        if (index % 250 === 249) await delay(20);
      }
      await delay(1_000);
      // all go without a word
      for (const client of clients) client.close();
    },
  },
];
