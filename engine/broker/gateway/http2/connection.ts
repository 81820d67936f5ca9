/** The connection of one client: its frames become requests, what is answered becomes frames (RFC 9113, as much as gRPC uses). */
import type { Socket } from 'node:net';
import {
  ConnectionError,
  code,
  DEFAULT_WINDOW,
  flag,
  frame,
  HEADER,
  MAX_FRAME,
  MAX_WINDOW,
  PREFACE,
  setting,
} from './frames.ts';
import { createHpackDecoder, createHpackEncoder, HpackError } from './hpack.ts';
import { createOutput } from './output.ts';
import { createStream, type Request, type ServerStream, type StreamState } from './stream.ts';

/** Ten thousand pollers may share a connection. */
const MAX_STREAMS = 20_000;
/** Larger than the largest request, so that only the connection's window ever needs an update. */
const STREAM_WINDOW = 5 * 1024 * 1024;
const CONNECTION_WINDOW = 64 * 1024 * 1024;
const WINDOW_STEP = 1024 * 1024;
/** Bytes of requests that are not complete, per connection. */
const MAX_HELD = 64 * 1024 * 1024;
const MAX_HEADERS = 16 * 1024;
/** A client that does not read its answers is not read from above this. */
const MAX_WAITING = 4 * 1024 * 1024;
/** Pinged this often; cut when it does not answer in time, or does not say that it speaks HTTP/2. */
const PING_EVERY = 30_000;
const PATIENCE = 10_000;

export interface Connection {
  /** Takes no more requests; the socket ends with the last answer. */
  close(): void;
  /** Cuts at once. */
  destroy(): void;
}

const empty = Buffer.alloc(0);
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const settingsBytes = (settings: readonly (readonly [id: number, value: number])[]): Buffer => {
  const bytes = Buffer.alloc(settings.length * 6);
  for (const [index, [id, value]] of settings.entries()) {
    bytes.writeUInt16BE(id, index * 6);
    bytes.writeUInt32BE(value, index * 6 + 2);
  }
  return bytes;
};
const ours = settingsBytes([
  [setting.MAX_CONCURRENT_STREAMS, MAX_STREAMS],
  [setting.INITIAL_WINDOW_SIZE, STREAM_WINDOW],
  [setting.MAX_HEADER_LIST_SIZE, MAX_HEADERS],
]);

/** Speaks with one client until either side ends it. `onRequest` gets each request as soon as its headers are there. */
export function openConnection(
  socket: Socket,
  onRequest: (stream: ServerStream, request: Request) => void,
): Connection {
  const output = createOutput(socket);
  const decoder = createHpackDecoder(MAX_HEADERS);
  const encoder = createHpackEncoder();
  const streams = new Map<number, StreamState>();
  /** Streams with data that the windows do not let through. */
  const blocked = new Set<StreamState>();
  let rest: Buffer = empty;
  let greeted = false;
  let last = 0;
  let sendWindow = DEFAULT_WINDOW;
  let initialWindow = DEFAULT_WINDOW;
  let consumed = 0;
  let held = 0;
  let closing = false;
  let headerStream = 0;
  let headerFlags = 0;
  let headerBlocks: Buffer[] = [];
  let headerSize = 0;

  socket.setNoDelay(true);
  output.frame(frame.SETTINGS, 0, 0, ours);
  output.frame(frame.WINDOW_UPDATE, 0, 0, uint32(CONNECTION_WINDOW - DEFAULT_WINDOW));
  const greeting = setTimeout(() => socket.destroy(), PATIENCE);
  let answer: NodeJS.Timeout | undefined;
  const ping = setInterval(() => {
    answer ??= setTimeout(() => socket.destroy(), PATIENCE);
    output.frame(frame.PING, 0, 0, Buffer.alloc(8));
  }, PING_EVERY);

  const transport = {
    encoder,
    frame: output.frame,
    /** How much the connection lets through; takes it away. */
    take(wanted: number): number {
      const taken = Math.max(0, Math.min(wanted, sendWindow));
      sendWindow -= taken;
      return taken;
    },
    block: (stream: StreamState) => blocked.add(stream),
    isCongested: () => output.waiting > MAX_WAITING,
    gone(stream: StreamState): void {
      held -= stream.held;
      streams.delete(stream.id);
      blocked.delete(stream);
      if (closing && streams.size === 0) leave();
    },
  };

  /** Ends the socket after the frames of this turn. */
  function leave(): void {
    process.nextTick(() => socket.end());
  }

  function unblock(): void {
    for (const stream of [...blocked]) {
      blocked.delete(stream);
      stream.proceed();
    }
  }

  function streamOf(id: number): StreamState | undefined {
    const stream = streams.get(id);
    if (!stream && (id === 0 || id > last)) throw new ConnectionError(code.PROTOCOL_ERROR, `no stream ${id}`);
    return stream;
  }

  function unpadded(flags: number, payload: Buffer): Buffer {
    if (!(flags & flag.PADDED)) return payload;
    const padding = payload[0] ?? payload.length;
    if (padding >= payload.length) throw new ConnectionError(code.PROTOCOL_ERROR, 'too much padding');
    return payload.subarray(1, payload.length - padding);
  }

  function onData(id: number, flags: number, payload: Buffer): void {
    consumed += payload.length;
    if (consumed >= WINDOW_STEP) {
      output.frame(frame.WINDOW_UPDATE, 0, 0, uint32(consumed));
      consumed = 0;
    }
    const stream = streamOf(id);
    if (!stream) return;
    if (stream.remoteClosed) throw new ConnectionError(code.STREAM_CLOSED, `stream ${id} has ended`);
    const before = stream.held;
    stream.receive(unpadded(flags, payload));
    held += stream.held - before;
    if (held > MAX_HELD) stream.reset(code.ENHANCE_YOUR_CALM);
    else if (flags & flag.END_STREAM) stream.remoteEnd();
  }

  function onHeaders(id: number, flags: number, padded: Buffer): void {
    if (id % 2 === 0) throw new ConnectionError(code.PROTOCOL_ERROR, `${id} is no stream of a client`);
    let block = unpadded(flags, padded);
    if (flags & flag.PRIORITY) block = block.subarray(5);
    headerStream = id;
    headerFlags = flags;
    headerBlocks = [];
    headerSize = 0;
    onHeaderBlock(flags, block);
  }

  function onHeaderBlock(flags: number, block: Buffer): void {
    headerSize += block.length;
    if (headerSize > MAX_HEADERS) throw new ConnectionError(code.ENHANCE_YOUR_CALM, 'headers are too large');
    headerBlocks.push(block);
    if (!(flags & flag.END_HEADERS)) return;
    const id = headerStream;
    headerStream = 0;
    const fields: Record<string, string> = {};
    decoder.decode(headerBlocks.length === 1 ? block : Buffer.concat(headerBlocks), (name, value) => {
      fields[name] = value;
    });
    const known = streams.get(id);
    if (known) {
      if (headerFlags & flag.END_STREAM) known.remoteEnd();
      else throw new ConnectionError(code.PROTOCOL_ERROR, 'headers in the middle of a request');
    } else if (id > last) open(id, fields);
  }

  function open(id: number, fields: Readonly<Record<string, string>>): void {
    last = id;
    if (closing || streams.size >= MAX_STREAMS) {
      output.frame(frame.RST_STREAM, 0, id, uint32(code.REFUSED_STREAM));
      return;
    }
    const stream = createStream(id, initialWindow, transport);
    streams.set(id, stream);
    onRequest(stream, {
      method: fields[':method'] ?? '',
      path: fields[':path'] ?? '',
      contentType: fields['content-type'] ?? '',
      encoding: fields['grpc-encoding'],
      timeout: fields['grpc-timeout'],
    });
    if (headerFlags & flag.END_STREAM) stream.remoteEnd();
  }

  function onSettings(flags: number, payload: Buffer): void {
    if (flags & flag.ACK) return;
    if (payload.length % 6 !== 0)
      throw new ConnectionError(code.FRAME_SIZE_ERROR, 'settings of a wrong size');
    for (let at = 0; at < payload.length; at += 6) {
      const id = payload.readUInt16BE(at);
      const value = payload.readUInt32BE(at + 2);
      if (id === setting.HEADER_TABLE_SIZE) encoder.limit(value);
      else if (id === setting.INITIAL_WINDOW_SIZE) {
        if (value > MAX_WINDOW) throw new ConnectionError(code.FLOW_CONTROL_ERROR, 'a window is too large');
        for (const stream of streams.values()) stream.widen(value - initialWindow);
        initialWindow = value;
      }
    }
    output.frame(frame.SETTINGS, flag.ACK, 0, empty);
    unblock();
  }

  function onWindowUpdate(id: number, payload: Buffer): void {
    if (payload.length !== 4)
      throw new ConnectionError(code.FRAME_SIZE_ERROR, 'window update of a wrong size');
    const step = payload.readUInt32BE() & MAX_WINDOW;
    if (id !== 0) {
      const stream = streamOf(id);
      if (!stream) return;
      stream.widen(step);
      if (blocked.delete(stream)) stream.proceed();
      return;
    }
    sendWindow += step;
    if (step === 0 || sendWindow > MAX_WINDOW)
      throw new ConnectionError(code.FLOW_CONTROL_ERROR, 'wrong window');
    unblock();
  }

  function onPing(flags: number, payload: Buffer): void {
    if (payload.length !== 8) throw new ConnectionError(code.FRAME_SIZE_ERROR, 'ping of a wrong size');
    if (flags & flag.ACK) {
      clearTimeout(answer);
      answer = undefined;
    } else output.frame(frame.PING, flag.ACK, 0, payload);
  }

  function onFrame(type: number, flags: number, id: number, payload: Buffer): void {
    if (headerStream !== 0 && (type !== frame.CONTINUATION || id !== headerStream))
      throw new ConnectionError(code.PROTOCOL_ERROR, 'headers were cut');
    switch (type) {
      case frame.DATA:
        onData(id, flags, payload);
        break;
      case frame.HEADERS:
        onHeaders(id, flags, payload);
        break;
      case frame.RST_STREAM:
        streamOf(id)?.cut();
        break;
      case frame.SETTINGS:
        onSettings(flags, payload);
        break;
      case frame.PING:
        onPing(flags, payload);
        break;
      case frame.WINDOW_UPDATE:
        onWindowUpdate(id, payload);
        break;
      case frame.CONTINUATION:
        if (headerStream === 0) throw new ConnectionError(code.PROTOCOL_ERROR, 'nothing to continue');
        onHeaderBlock(flags, payload);
        break;
      case frame.PUSH_PROMISE:
        throw new ConnectionError(code.PROTOCOL_ERROR, 'a client promises nothing');
      default:
      // priorities, a client's farewell, and frames of later days mean nothing here
    }
  }

  /** Handles all whole frames; false when the client does not speak HTTP/2. */
  function read(chunk: Buffer): boolean {
    const input = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    if (!greeted) {
      const length = Math.min(input.length, PREFACE.length);
      if (input.compare(PREFACE, 0, length, 0, length) !== 0) return false;
      if (length < PREFACE.length) {
        rest = input;
        return true;
      }
      greeted = true;
      clearTimeout(greeting);
      at = length;
    }
    while (input.length - at >= HEADER) {
      const length = input.readUIntBE(at, 3);
      if (length > MAX_FRAME) throw new ConnectionError(code.FRAME_SIZE_ERROR, 'a frame is too large');
      const end = at + HEADER + length;
      if (end > input.length) break;
      const id = input.readUInt32BE(at + 5) & MAX_WINDOW;
      onFrame(input[at + 3] as number, input[at + 4] as number, id, input.subarray(at + HEADER, end));
      at = end;
    }
    rest = at < input.length ? input.subarray(at) : empty;
    return true;
  }

  function farewell(errorCode: number): void {
    const payload = Buffer.alloc(8);
    payload.writeUInt32BE(last);
    payload.writeUInt32BE(errorCode, 4);
    output.frame(frame.GOAWAY, 0, 0, payload);
  }

  function onError(error: unknown): void {
    if (!(error instanceof ConnectionError) && !(error instanceof HpackError)) throw error;
    farewell(error instanceof ConnectionError ? error.code : code.COMPRESSION_ERROR);
    process.nextTick(() => socket.destroySoon());
  }

  let broken = false;
  socket.on('data', (chunk) => {
    if (broken) return;
    try {
      if (!read(chunk)) socket.destroy();
    } catch (error) {
      broken = true;
      onError(error);
    }
    if (output.waiting > MAX_WAITING) socket.pause();
  });
  socket.on('drain', () => {
    socket.resume();
    unblock();
  });
  // whatever happened to the client, its calls are over: `close` follows
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearTimeout(greeting);
    clearTimeout(answer);
    clearInterval(ping);
    for (const stream of [...streams.values()]) stream.cut();
  });

  return {
    close() {
      if (closing) return;
      closing = true;
      farewell(code.NO_ERROR);
      if (streams.size === 0) leave();
    },
    destroy: () => socket.destroy(),
  };
}
