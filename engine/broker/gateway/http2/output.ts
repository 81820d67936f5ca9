/** Frames on their way out: everything of one turn of the event loop goes to the socket in one write. */
import type { Socket } from 'node:net';
import { HEADER } from './frames.ts';

export interface Output {
  /** Appends a frame. */
  frame(type: number, flags: number, stream: number, payload: Uint8Array): void;
  /** Bytes that the socket has not taken yet. */
  readonly waiting: number;
}

const SIZE = 64 * 1024;
/** Buffers kept for the next turn, by all connections together: one that rests holds none. */
const MAX_SPARE = 64;
const spare: Buffer[] = [];

export function createOutput(socket: Socket): Output {
  let buffer: Buffer | undefined;
  let length = 0;
  let scheduled = false;

  function keep(full: Buffer): void {
    if (spare.length < MAX_SPARE) spare.push(full);
  }
  function flush(): void {
    scheduled = false;
    const full = buffer;
    if (!full || length === 0) return;
    const bytes = full.subarray(0, length);
    buffer = undefined;
    length = 0;
    if (!socket.writable) keep(full);
    else if (socket.writableLength > 0 && bytes.length < SIZE / 2) {
      // a client that reads slowly must not hold large buffers with little in them
      socket.write(Buffer.from(bytes));
      keep(full);
    } else socket.write(bytes, () => keep(full));
  }
  function room(size: number): Buffer {
    if (buffer && length + size > SIZE) flush();
    buffer ??= spare.pop() ?? Buffer.allocUnsafeSlow(SIZE);
    if (!scheduled) {
      scheduled = true;
      process.nextTick(flush);
    }
    return buffer;
  }
  return {
    frame(type, flags, stream, payload) {
      const target = room(HEADER + payload.length);
      target.writeUIntBE(payload.length, length, 3);
      target[length + 3] = type;
      target[length + 4] = flags;
      target.writeUInt32BE(stream, length + 5);
      target.set(payload, length + HEADER);
      length += HEADER + payload.length;
    },
    get waiting() {
      return socket.writableLength + length;
    },
  };
}
