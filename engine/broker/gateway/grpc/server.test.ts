/** The gRPC server against the clients of others (@grpc/grpc-js, node:http2) and against bytes that are no protocol at all. */
import { randomBytes } from 'node:crypto';
import { connect as connectHttp2, constants, type IncomingHttpHeaders } from 'node:http2';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Client, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PREFACE } from '../http2/frames.ts';
import type { Call } from './call.ts';
import { type GrpcServer, type Handler, openGrpcServer } from './server.ts';

const parked: Call[] = [];
let closed = 0;
let drains = 0;
const handlers = new Map<string, Handler>([
  ['/t/Echo', (call, request) => call.end(request)],
  ['/t/Fail', (call, request) => call.fail({ code: 9, message: request.toString() })],
  [
    '/t/Park',
    (call) => {
      parked.push(call);
      call.onClose(() => closed++);
    },
  ],
  [
    '/t/Pour',
    (call, request) => {
      const piece = Buffer.alloc(request.readUInt32BE(4), 7);
      let left = request.readUInt32BE(0);
      const pour = (): void => {
        while (left > 0) {
          left--;
          if (!call.write(piece)) return;
        }
        call.end();
      };
      call.onDrain(() => {
        drains++;
        pour();
      });
      pour();
    },
  ],
]);

let server: GrpcServer;
let client: Client;
beforeAll(async () => {
  server = await openGrpcServer({ host: '127.0.0.1', port: 0, handlers });
  client = new Client(`127.0.0.1:${server.port}`, credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
  });
});
afterAll(async () => {
  client.close();
  await server.close(100);
});

const same = (bytes: Buffer): Buffer => bytes;
const call = (method: string, request: Buffer, deadline?: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      `/t/${method}`,
      same,
      same,
      request,
      new Metadata(),
      deadline === undefined ? {} : { deadline: Date.now() + deadline },
      (error, answer) => (error || !answer ? reject(error) : resolve(answer)),
    );
  });
const failure = (method: string, request: Buffer, deadline?: number): Promise<ServiceError> =>
  call(method, request, deadline).then(
    () => {
      throw new Error('the call was accepted');
    },
    (error: ServiceError) => error,
  );
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('messages of all sizes, many at once', async () => {
  const sizes = [0, 1, 4, 5, 16_379, 16_380, 65_536, 1_000_000, 4 * 1024 * 1024];
  const messages = [...sizes, ...sizes].map((size) => randomBytes(size));
  const answers = await Promise.all(messages.map((message) => call('Echo', message)));
  for (const [index, answer] of answers.entries())
    expect(answer.equals(messages[index] as Buffer), `size ${answer.length}`).toBe(true);
});

test('a status with its message and details', async () => {
  const error = await failure('Fail', Buffer.from('100 % of "đơn" is\nnot\u{1f642}'));
  expect(error).toMatchObject({ code: 9, details: '100 % of "đơn" is\nnot🙂' });
  const [details] = error.metadata.get('grpc-status-details-bin');
  expect(Buffer.from(details as Buffer).toString()).toContain('is\nnot🙂');
  expect((await failure('Fail', Buffer.alloc(100_000, 'x'))).details).toMatch(/^x{4000}\.\.\.$/);
});

test('unknown methods, and messages above 4 MB', async () => {
  expect(await failure('Nothing', Buffer.alloc(0))).toMatchObject({
    code: 12,
    details: 'Method not found: t/Nothing',
  });
  expect(await failure('Echo', Buffer.alloc(4 * 1024 * 1024 + 1))).toMatchObject({
    code: 8,
    details: 'gRPC message exceeds maximum size 4194304: 4194305',
  });
  expect(await call('Echo', Buffer.from('after it'))).toEqual(Buffer.from('after it'));
});

test('a stream waits for a client that does not read', async () => {
  const request = Buffer.alloc(8);
  request.writeUInt32BE(200, 0);
  request.writeUInt32BE(100_000, 4);
  const stream = client.makeServerStreamRequest('/t/Pour', same, same, request);
  stream.pause();
  await new Promise((resolve) => setTimeout(resolve, 100));
  let bytes = 0;
  const ended = new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject));
  stream.on('data', (piece: Buffer) => {
    bytes += piece.length;
  });
  stream.resume();
  await ended;
  expect(bytes).toBe(200 * 100_000);
  expect(drains).toBeGreaterThan(0);
});

test('cancelled, late and cut calls are over for the server', async () => {
  const before = closed;
  const stream = client.makeServerStreamRequest('/t/Park', same, same, Buffer.alloc(1));
  stream.on('error', () => undefined);
  await until(() => parked.length === 1);
  stream.cancel();
  await until(() => closed === before + 1);
  expect(parked[0]?.isOpen).toBe(false);
  expect((await failure('Park', Buffer.alloc(1), 150)).code).toBe(4);
  await until(() => closed === before + 2);
  const other = new Client(`127.0.0.1:${server.port}`, credentials.createInsecure(), {
    'grpc.use_local_subchannel_pool': 1,
  });
  other.makeServerStreamRequest('/t/Park', same, same, Buffer.alloc(1)).on('error', () => undefined);
  await until(() => parked.length === 3);
  other.close();
  parked[2]?.end(Buffer.from('too late or not'));
  await until(() => closed === before + 3);
});

test('ten thousand calls wait on one connection', async () => {
  const before = parked.length;
  const streams = Array.from({ length: 10_000 }, () =>
    client.makeServerStreamRequest('/t/Park', same, same, Buffer.alloc(1)).on('error', () => undefined),
  );
  await until(() => parked.length === before + 10_000);
  expect(await call('Echo', Buffer.from('beside'))).toEqual(Buffer.from('beside'));
  const ends = streams.map((stream) => new Promise((resolve) => stream.on('end', resolve).resume()));
  for (const one of parked.slice(before)) one.end();
  await Promise.all(ends);
}, 20_000);

interface Plain {
  readonly headers: IncomingHttpHeaders;
  readonly trailers: IncomingHttpHeaders;
  readonly body: Buffer;
}
/** A request by node:http2, whose library encodes headers in its own way. */
async function plain(headers: Record<string, string>, body: Buffer): Promise<Plain> {
  const session = connectHttp2(`http://127.0.0.1:${server.port}`);
  try {
    return await new Promise((resolve, reject) => {
      const stream = session.request({
        ':method': 'POST',
        ':path': '/t/Echo',
        'content-type': 'application/grpc',
        ...headers,
      });
      let answer: IncomingHttpHeaders = {};
      let trailers: IncomingHttpHeaders = {};
      const chunks: Buffer[] = [];
      stream.on('response', (received) => {
        answer = received;
      });
      stream.on('trailers', (received) => {
        trailers = received;
      });
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve({ headers: answer, trailers, body: Buffer.concat(chunks) }));
      stream.end(body);
    });
  } finally {
    session.close();
  }
}
const prefixed = (message: Buffer, compressed = 0): Buffer => {
  const prefix = Buffer.from([compressed, 0, 0, 0, 0]);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
};

test('requests that are none of gRPC', async () => {
  expect((await plain({ ':method': 'PUT' }, Buffer.alloc(0))).headers[':status']).toBe(405);
  expect((await plain({ 'content-type': 'text/html' }, Buffer.alloc(0))).headers[':status']).toBe(415);
  expect((await plain({}, Buffer.alloc(0))).headers).toMatchObject({
    'grpc-status': '13',
    'grpc-message': 'Half-closed without a request',
  });
  expect((await plain({}, Buffer.from([0, 0, 0, 0, 9, 1]))).headers['grpc-status']).toBe('13');
});

test('compressed messages, and those that swell', async () => {
  const message = Buffer.from('again and '.repeat(1_000));
  const answer = await plain({ 'grpc-encoding': 'gzip' }, prefixed(gzipSync(message), 1));
  expect(answer.body).toEqual(prefixed(message));
  expect(answer.trailers['grpc-status']).toBe('0');
  const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
  expect((await plain({ 'grpc-encoding': 'gzip' }, prefixed(bomb, 1))).headers['grpc-status']).toBe('8');
  expect((await plain({ 'grpc-encoding': 'gzip' }, prefixed(message, 1))).headers['grpc-status']).toBe('13');
  expect((await plain({}, prefixed(message, 1))).headers['grpc-status']).toBe('13');
});

test('header texts arrive as they were sent', async () => {
  const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('');
  for (const path of [`/${printable}`, '/aaaaaaaaaa', `/${'~'.repeat(200)}`, '/0123456789&*,;XZ']) {
    const { headers } = await plain({ ':path': path }, prefixed(Buffer.alloc(0)));
    expect(decodeURIComponent(String(headers['grpc-message']))).toBe(`Method not found: ${path.slice(1)}`);
  }
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`x-${index}`, `${index}`.repeat(40)]),
  );
  const body = prefixed(Buffer.from('x'));
  expect((await plain(many, body)).body).toEqual(body);
});

test('a client with a table and windows of its own', async () => {
  const session = connectHttp2(`http://127.0.0.1:${server.port}`, {
    settings: { headerTableSize: 0, initialWindowSize: 10, maxFrameSize: 20_000 },
  });
  const bodies = Array.from({ length: 20 }, (_, index) => prefixed(randomBytes(index * 7)));
  const answers = await Promise.all(
    bodies.map(
      (body) =>
        new Promise<Buffer>((resolve, reject) => {
          const stream = session.request({
            ':method': 'POST',
            ':path': '/t/Echo',
            'content-type': 'application/grpc',
          });
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
          stream.on('end', () => resolve(Buffer.concat(chunks)));
          stream.end(body);
        }),
    ),
  );
  expect(answers).toEqual(bodies);
  session.close();
});

/** Sends bytes; resolves once the server has closed, or after a moment. */
const throwAt = (bytes: readonly Buffer[], patience = 30): Promise<Buffer> =>
  new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1');
    const received: Buffer[] = [];
    const end = (): void => {
      socket.destroy();
      resolve(Buffer.concat(received));
    };
    socket
      .on('data', (chunk) => received.push(chunk))
      .on('error', end)
      .on('close', end);
    for (const one of bytes) socket.write(one);
    setTimeout(end, patience);
  });
const frame = (type: number, flags: number, stream: number, payload: Buffer): Buffer => {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
};

/** Error code of the last frame when that is a GOAWAY. */
const goaway = (received: Buffer): number | undefined => {
  const last = received.subarray(received.length - 17);
  return last[3] === 7 ? last.readUInt32BE(13) : undefined;
};

test('broken rules end the connection with their code, and nobody else’s', async () => {
  const { NGHTTP2_PROTOCOL_ERROR, NGHTTP2_FRAME_SIZE_ERROR, NGHTTP2_COMPRESSION_ERROR } = constants;
  const { NGHTTP2_ENHANCE_YOUR_CALM, NGHTTP2_FLOW_CONTROL_ERROR } = constants;
  const cases: [number, Buffer[]][] = [
    [NGHTTP2_PROTOCOL_ERROR, [frame(0, 0, 0, Buffer.alloc(1))]],
    [NGHTTP2_PROTOCOL_ERROR, [frame(0, 0, 7, Buffer.alloc(1))]],
    [NGHTTP2_PROTOCOL_ERROR, [frame(1, 4, 2, Buffer.from([0x83]))]],
    [NGHTTP2_PROTOCOL_ERROR, [frame(9, 4, 1, Buffer.alloc(1))]],
    [NGHTTP2_PROTOCOL_ERROR, [frame(1, 0, 1, Buffer.from([0x83])), frame(6, 0, 0, Buffer.alloc(8))]],
    [NGHTTP2_PROTOCOL_ERROR, [frame(1, 12, 1, Buffer.from([9, 0x83]))]],
    [NGHTTP2_PROTOCOL_ERROR, [frame(5, 4, 1, Buffer.alloc(8))]],
    [NGHTTP2_COMPRESSION_ERROR, [frame(1, 4, 1, Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff]))]],
    [NGHTTP2_COMPRESSION_ERROR, [frame(1, 4, 1, Buffer.from([0x80]))]],
    [NGHTTP2_COMPRESSION_ERROR, [frame(1, 4, 1, Buffer.from([0x40, 0x85, 1]))]],
    [NGHTTP2_FRAME_SIZE_ERROR, [frame(6, 0, 0, Buffer.alloc(7))]],
    [NGHTTP2_FRAME_SIZE_ERROR, [frame(0, 0, 1, Buffer.alloc(20_000))]],
    [NGHTTP2_FLOW_CONTROL_ERROR, [frame(8, 0, 0, Buffer.from([127, 255, 255, 255]))]],
    [
      NGHTTP2_ENHANCE_YOUR_CALM,
      [frame(1, 0, 1, Buffer.from([0x83])), frame(9, 0, 1, Buffer.alloc(16_384, 0x83))],
    ],
  ];
  for (const [index, [code, frames]] of cases.entries())
    expect(
      goaway(await throwAt([PREFACE, frame(4, 0, 0, Buffer.alloc(0)), ...frames], 500)),
      `case ${index}`,
    ).toBe(code);
  expect(await call('Echo', Buffer.from('fine'))).toEqual(Buffer.from('fine'));
});

test('noise and broken conversations', async () => {
  const request = frame(1, 4, 1, Buffer.concat([Buffer.from([0x83, 0x86, 0x44, 7]), Buffer.from('/t/Echo')]));
  const valid = Buffer.concat([
    PREFACE,
    frame(4, 0, 0, Buffer.from([0, 4, 0, 0, 0xff, 0xff])),
    request,
    frame(0, 1, 1, prefixed(Buffer.from('hello'))),
    frame(1, 4, 3, Buffer.concat([Buffer.from([0x83, 0x86, 0x44, 7]), Buffer.from('/t/Park')])),
    frame(8, 0, 3, Buffer.from([0, 0, 1, 0])),
    frame(3, 0, 3, Buffer.from([0, 0, 0, 8])),
  ]);
  const attempts: Promise<Buffer>[] = [];
  for (let index = 0; index < 300; index++) {
    const bytes = Buffer.from(valid);
    // the preface stays in most of them, or nothing behind it would ever be read
    for (let change = 0; change <= index % 5; change++)
      bytes[PREFACE.length + Math.floor(Math.random() * (bytes.length - PREFACE.length))] =
        Math.random() * 256;
    const cut = index % 3 === 0 ? bytes.subarray(0, Math.random() * bytes.length) : bytes;
    attempts.push(throwAt(index % 10 === 0 ? [randomBytes(500)] : [cut.subarray(0, 40), cut.subarray(40)]));
  }
  await Promise.all(attempts);
  expect(await call('Echo', Buffer.from('still here'))).toEqual(Buffer.from('still here'));
});

test('closing lets calls finish, then cuts', async () => {
  const own = await openGrpcServer({ host: '127.0.0.1', port: 0, handlers });
  const leaving = new Client(`127.0.0.1:${own.port}`, credentials.createInsecure());
  const open = (): Promise<ServiceError | undefined> =>
    new Promise((resolve) => {
      leaving
        .makeServerStreamRequest('/t/Park', same, same, Buffer.alloc(1))
        .on('error', resolve)
        .on('end', () => resolve(undefined))
        .resume();
    });
  const before = parked.length;
  const ends = [open(), open()];
  await until(() => parked.length === before + 2);
  const closing = own.close(200);
  parked[before]?.end(Buffer.from('the last word'));
  expect(await ends[0]).toBeUndefined();
  expect((await ends[1])?.code).toBe(14);
  await closing;
  leaving.close();
});

test('the last answer of a connection that closes arrives', async () => {
  const own = await openGrpcServer({ host: '127.0.0.1', port: 0, handlers });
  const leaving = new Client(`127.0.0.1:${own.port}`, credentials.createInsecure());
  const before = parked.length;
  const answers = [1, 2, 3].map(
    () =>
      new Promise((resolve, reject) => {
        leaving.makeUnaryRequest('/t/Park', same, same, Buffer.alloc(1), (error, answer) =>
          error ? reject(error) : resolve(answer),
        );
      }),
  );
  await until(() => parked.length === before + 3);
  const closing = own.close(5_000);
  for (const one of parked.slice(before)) one.end(Buffer.from('done'));
  expect(await Promise.all(answers)).toEqual(answers.map(() => Buffer.from('done')));
  await closing;
  leaving.close();
});
