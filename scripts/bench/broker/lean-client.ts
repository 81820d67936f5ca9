/** A gRPC client that costs the driver next to nothing, so that it is not the driver that is measured. Calls with one request, no TLS. */
import { connect } from 'node:net';
import {
  DEFAULT_WINDOW,
  flag,
  frame,
  HEADER,
  MAX_FRAME,
  MAX_WINDOW,
  PREFACE,
  setting,
} from '../../../engine/broker/gateway/http2/frames.ts';
import {
  createHpackDecoder,
  createHpackEncoder,
  type Headers,
} from '../../../engine/broker/gateway/http2/hpack.ts';
import { createOutput } from '../../../engine/broker/gateway/http2/output.ts';

export interface RawCall {
  onMessage(bytes: Buffer): void;
  /** gRPC status and its message. */
  onEnd(code: number, message: string): void;
}
export interface LeanClient {
  /** Sends a request; returns how to cancel it. */
  start(path: string, request: Uint8Array, call: RawCall): () => void;
  close(): void;
}

interface Open {
  readonly call: RawCall;
  rest: Buffer;
  consumed: number;
}

const PREFIX = 5;
const WINDOW = 8 * 1024 * 1024;
const STEP = 1024 * 1024;
const MAX_HEADERS = 64 * 1024;
const UNAVAILABLE = 14;
const CANCEL = 8;
const empty = Buffer.alloc(0);
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

export function leanClient(address: string): LeanClient {
  const [host = '', port = ''] = address.split(':');
  const socket = connect(Number(port), host).setNoDelay(true);
  const output = createOutput(socket);
  const encoder = createHpackEncoder();
  const decoder = createHpackDecoder(MAX_HEADERS);
  const headersOf = new Map<string, Headers>();
  const streams = new Map<number, Open>();
  let next = 1;
  let rest: Buffer = empty;
  let consumed = 0;
  let window = DEFAULT_WINDOW;
  let waiting: (() => void)[] = [];
  let headerId = 0;
  let headerFlags = 0;
  let blocks: Buffer[] = [];

  socket.write(PREFACE);
  const settings = Buffer.alloc(6);
  settings.writeUInt16BE(setting.INITIAL_WINDOW_SIZE);
  settings.writeUInt32BE(WINDOW, 2);
  output.frame(frame.SETTINGS, 0, 0, settings);
  output.frame(frame.WINDOW_UPDATE, 0, 0, uint32(WINDOW - DEFAULT_WINDOW));

  function end(id: number, code: number, message: string): void {
    const open = streams.get(id);
    if (streams.delete(id)) open?.call.onEnd(code, message);
  }
  function onData(id: number, flags: number, payload: Buffer): void {
    consumed += payload.length;
    if (consumed >= STEP) {
      output.frame(frame.WINDOW_UPDATE, 0, 0, uint32(consumed));
      consumed = 0;
    }
    const open = streams.get(id);
    if (!open) return;
    open.consumed += payload.length;
    if (open.consumed >= STEP) {
      output.frame(frame.WINDOW_UPDATE, 0, id, uint32(open.consumed));
      open.consumed = 0;
    }
    let bytes = open.rest.length > 0 ? Buffer.concat([open.rest, payload]) : payload;
    while (bytes.length >= PREFIX && bytes.length >= PREFIX + bytes.readUInt32BE(1)) {
      const size = PREFIX + bytes.readUInt32BE(1);
      open.call.onMessage(bytes.subarray(PREFIX, size));
      bytes = bytes.subarray(size);
    }
    open.rest = bytes;
    if (flags & flag.END_STREAM) end(id, UNAVAILABLE, 'no status');
  }
  function onHeaders(flags: number, block: Buffer): void {
    blocks.push(block);
    if (!(flags & flag.END_HEADERS)) return;
    let code = '';
    let message = '';
    decoder.decode(Buffer.concat(blocks), (name, value) => {
      if (name === 'grpc-status') code = value;
      else if (name === 'grpc-message') message = decodeURIComponent(value);
    });
    blocks = [];
    if (headerFlags & flag.END_STREAM) end(headerId, code === '' ? UNAVAILABLE : Number(code), message);
  }
  function onFrame(type: number, flags: number, id: number, payload: Buffer): void {
    if (type === frame.DATA) onData(id, flags, payload);
    else if (type === frame.HEADERS) {
      headerId = id;
      headerFlags = flags;
      onHeaders(flags, payload);
    } else if (type === frame.CONTINUATION) onHeaders(flags, payload);
    else if (type === frame.RST_STREAM) end(id, UNAVAILABLE, `reset with ${payload.readUInt32BE()}`);
    else if (type === frame.SETTINGS && !(flags & flag.ACK)) output.frame(frame.SETTINGS, flag.ACK, 0, empty);
    else if (type === frame.PING && !(flags & flag.ACK)) output.frame(frame.PING, flag.ACK, 0, payload);
    else if (type === frame.WINDOW_UPDATE && id === 0) {
      window += payload.readUInt32BE();
      const ready = waiting;
      waiting = [];
      for (const send of ready) send();
    }
  }
  socket.on('data', (chunk) => {
    const input = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    while (input.length - at >= HEADER) {
      const until = at + HEADER + input.readUIntBE(at, 3);
      if (until > input.length) break;
      const id = input.readUInt32BE(at + 5) & MAX_WINDOW;
      onFrame(input[at + 3] ?? 0, input[at + 4] ?? 0, id, input.subarray(at + HEADER, until));
      at = until;
    }
    rest = input.subarray(at);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    for (const id of [...streams.keys()]) end(id, UNAVAILABLE, 'the connection was closed');
  });

  function headers(path: string): Buffer {
    let list = headersOf.get(path);
    if (!list) {
      list = [
        [':method', 'POST'],
        [':scheme', 'http'],
        [':path', path],
        [':authority', address],
        ['te', 'trailers'],
        ['content-type', 'application/grpc'],
        ['user-agent', 'motcua-bench'],
      ];
      headersOf.set(path, list);
    }
    return encoder.repeated(list);
  }
  return {
    start(path, request, call) {
      if (socket.destroyed) {
        setImmediate(() => call.onEnd(UNAVAILABLE, 'the connection was closed'));
        return () => undefined;
      }
      const bytes = Buffer.allocUnsafe(PREFIX + request.length);
      bytes[0] = 0;
      bytes.writeUInt32BE(request.length, 1);
      bytes.set(request, PREFIX);
      let id = 0;
      const send = (): void => {
        if (window < bytes.length) {
          waiting.push(send);
          return;
        }
        window -= bytes.length;
        id = next;
        next += 2;
        streams.set(id, { call, rest: empty, consumed: 0 });
        output.frame(frame.HEADERS, flag.END_HEADERS, id, headers(path));
        for (let at = 0; at < bytes.length; at += MAX_FRAME) {
          const last = at + MAX_FRAME >= bytes.length;
          output.frame(frame.DATA, last ? flag.END_STREAM : 0, id, bytes.subarray(at, at + MAX_FRAME));
        }
      };
      send();
      return () => {
        if (streams.has(id)) output.frame(frame.RST_STREAM, 0, id, uint32(CANCEL));
        end(id, 1, 'cancelled');
      };
    },
    close: () => socket.end(),
  };
}
