/** One call: its request, its answers, its end. */
import { code } from '../http2/frames.ts';
import type { Headers } from '../http2/hpack.ts';
import type { Request, ServerStream } from '../http2/stream.ts';
import { encodings, framed, messageReader } from './framing.ts';
import { type Status, status, trailersOf } from './status.ts';

/** A call that is open to its end. All of its functions may be called at any time; after the end they do nothing. */
export interface Call {
  readonly isOpen: boolean;
  /** False while the client does not read; `onDrain` tells when it does again. */
  write(message: Uint8Array): boolean;
  /** Ends the call well, with a last message where one is given. */
  end(message?: Uint8Array): void;
  fail(failure: Status): void;
  /** The call is over: ended, failed, cancelled or cut off. */
  onClose(listener: () => void): void;
  onDrain(listener: () => void): void;
}

const headers: Headers = [
  [':status', '200'],
  ['content-type', 'application/grpc'],
  ['grpc-encoding', 'identity'],
  ['grpc-accept-encoding', encodings],
];
const well: Headers = [['grpc-status', '0']];

class StreamCall implements Call {
  readonly #stream: ServerStream;
  constructor(stream: ServerStream) {
    this.#stream = stream;
  }
  get isOpen(): boolean {
    return this.#stream.isOpen;
  }
  write(message: Uint8Array): boolean {
    this.#stream.respond(headers);
    return this.#stream.write(framed(message));
  }
  end(message?: Uint8Array): void {
    this.#stream.respond(headers);
    if (message) this.#stream.write(framed(message));
    this.#stream.end(well, true);
  }
  fail(failure: Status): void {
    const trailers = trailersOf(failure);
    if (this.#stream.headersSent) this.#stream.end(trailers, false);
    else this.#stream.respondOnly([...headers.slice(0, 2), ...trailers]);
  }
  onClose(listener: () => void): void {
    this.#stream.onClose(listener);
  }
  onDrain(listener: () => void): void {
    this.#stream.onDrain(listener);
  }
}
const openCall = (stream: ServerStream): Call => new StreamCall(stream);

/** Ends a request with a status at once. */
export const refuse = (stream: ServerStream, failure: Status): void => openCall(stream).fail(failure);

const units: Readonly<Record<string, number>> = {
  H: 3_600_000,
  M: 60_000,
  S: 1_000,
  m: 1,
  u: 1e-3,
  n: 1e-6,
};
/** Rounded up, so that timers share their lists. */
const STEP = 100;
const MAX_TIMEOUT = 2 ** 31 - 1;

/** A `grpc-timeout` in ms; undefined for none and for nonsense. */
function timeoutOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const unit = units[text.at(-1) ?? ''];
  const amount = Number(text.slice(0, -1));
  if (unit === undefined || !Number.isFinite(amount)) return undefined;
  return Math.min(Math.ceil((amount * unit) / STEP) * STEP, MAX_TIMEOUT);
}

/** Reads a request and hands it on once; calls that break the protocol are ended here. */
export function acceptCall(
  stream: ServerStream,
  request: Request,
  answer: (call: Call, message: Buffer) => void,
): void {
  const call = openCall(stream);
  const timeout = timeoutOf(request.timeout);
  if (timeout !== undefined) {
    const late: Status = { code: status.DEADLINE_EXCEEDED, message: 'Deadline exceeded' };
    const deadline = setTimeout(() => call.fail(late), timeout);
    stream.onClose(() => clearTimeout(deadline));
  }
  const reader = messageReader(request.encoding);
  let answered = false;
  const accept = (message: Buffer | Status): void => {
    answered = true;
    if (Buffer.isBuffer(message)) {
      answer(call, message);
      return;
    }
    call.fail(message);
    // what is still on its way would be read for nothing
    stream.reset(code.NO_ERROR);
  };
  stream.onData((chunk) => {
    if (answered) return false;
    const message = reader.read(chunk);
    if (!message) return true;
    accept(message);
    return false;
  });
  stream.onEnd(() => {
    if (!answered) accept({ code: status.INTERNAL, message: 'Half-closed without a request' });
  });
}
