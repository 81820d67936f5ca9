/** gRPC's length-prefixed messages inside HTTP/2 data. */
import { gunzipSync, inflateSync } from 'node:zlib';
import { type Status, status } from './status.ts';

/** Zeebe's limit for a request. */
export const MAX_MESSAGE = 4 * 1024 * 1024;
const PREFIX = 5;

/** A message with its prefix, not compressed. */
export function framed(message: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(PREFIX + message.length);
  frame[0] = 0;
  frame.writeUInt32BE(message.length, 1);
  frame.set(message, PREFIX);
  return frame;
}

const tooLarge = (size: number): Status => ({
  code: status.RESOURCE_EXHAUSTED,
  message: `gRPC message exceeds maximum size ${MAX_MESSAGE}: ${size}`,
});

const inflaters: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes, { maxOutputLength: MAX_MESSAGE }),
  deflate: (bytes) => inflateSync(bytes, { maxOutputLength: MAX_MESSAGE }),
};
/** What may stand in `grpc-encoding`. */
export const encodings = 'identity,deflate,gzip';

function inflated(bytes: Buffer, encoding: string | undefined): Buffer | Status {
  const inflate = inflaters[encoding ?? ''];
  if (!inflate)
    return {
      code: status.INTERNAL,
      message: `Can't decode compressed gRPC message as compression not configured`,
    };
  try {
    return inflate(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(MAX_MESSAGE + 1);
    return {
      code: status.INTERNAL,
      message: `Compressed message cannot be read: ${(error as Error).message}`,
    };
  }
}

/** Collects the one message of a request. */
export interface MessageReader {
  /** The message once it is whole, a failure as soon as it is certain, else undefined. */
  read(chunk: Buffer): Buffer | Status | undefined;
}

export function messageReader(encoding: string | undefined): MessageReader {
  let chunks: Buffer[] = [];
  let length = 0;
  return {
    read(chunk) {
      if (chunks.length > 0 || chunk.length < PREFIX) {
        chunks.push(chunk);
        length += chunk.length;
        if (length < PREFIX) return undefined;
        if ((chunks[0] as Buffer).length < PREFIX) chunks = [Buffer.concat(chunks)];
      } else {
        chunks = [chunk];
        length = chunk.length;
      }
      const head = chunks[0] as Buffer;
      const size = head.readUInt32BE(1);
      if (size > MAX_MESSAGE) return tooLarge(size);
      if (length < PREFIX + size) return undefined;
      const whole = chunks.length === 1 ? head : Buffer.concat(chunks);
      const message = whole.subarray(PREFIX, PREFIX + size);
      return head[0] === 0 ? message : inflated(message, encoding);
    },
  };
}
