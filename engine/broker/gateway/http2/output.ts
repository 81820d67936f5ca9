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
/** Buffers kept for the next turn. */
const SPARE = 2;

export function createOutput(socket: Socket): Output {
  const spare: Buffer[] = [];
  let buffer: Buffer | undefined;
  let length = 0;
  let scheduled = false;

  function flush(): void {
    scheduled = false;
    const full = buffer;
    if (!full || length === 0) return;
    const bytes = full.subarray(0, length);
    buffer = undefined;
    length = 0;
    if (!socket.writable) return;
    socket.write(bytes, () => {
      if (spare.length < SPARE) spare.push(full);
    });
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
