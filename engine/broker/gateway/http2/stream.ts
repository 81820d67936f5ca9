/** One request and its answer on a connection: flow control, the order of headers, data and trailers, the end. */
import { code, flag, frame, MAX_FRAME } from './frames.ts';
import type { Headers, HpackEncoder } from './hpack.ts';

/** The headers of a request that matter. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly encoding: string | undefined;
  readonly timeout: string | undefined;
}

/** What the owner of a request sees of it. After its end all functions do nothing. */
export interface ServerStream {
  readonly isOpen: boolean;
  readonly headersSent: boolean;
  /** Gets the data as it comes; `true` while more of it has to be kept. */
  onData(listener: (chunk: Buffer) => boolean): void;
  onEnd(listener: () => void): void;
  /** The answer is complete, or nobody wants it any more. */
  onClose(listener: () => void): void;
  onDrain(listener: () => void): void;
  /** `headers` is a constant: the same object for every answer. */
  respond(headers: Headers): void;
  /** False when it has to wait for the client. */
  write(data: Uint8Array): boolean;
  /** Ends with trailers; `repeated` ones are a constant. */
  end(trailers: Headers, repeated: boolean): void;
  /** Ends with headers alone. */
  respondOnly(headers: Headers): void;
  reset(errorCode: number): void;
}

/** What the connection sees. */
export interface StreamState extends ServerStream {
  readonly id: number;
  /** Bytes of the request that are kept. */
  readonly held: number;
  readonly remoteClosed: boolean;
  receive(chunk: Buffer): void;
  remoteEnd(): void;
  widen(by: number): void;
  /** Sends what may be sent. */
  proceed(): void;
  /** The client has given up, or is gone. */
  cut(): void;
}

export interface Transport {
  readonly encoder: HpackEncoder;
  frame(type: number, flags: number, stream: number, payload: Uint8Array): void;
  take(wanted: number): number;
  block(stream: StreamState): void;
  isCongested(): boolean;
  gone(stream: StreamState): void;
}

export function createStream(id: number, initialWindow: number, transport: Transport): StreamState {
  const { encoder } = transport;
  let window = initialWindow;
  let held = 0;
  let remoteClosed = false;
  let headersSent = false;
  /** Ended by the owner; the client may still have to read. */
  let ended = false;
  /** The last frame is out, or nobody wants it. */
  let finished = false;
  let told = false;
  let queue: Uint8Array[] = [];
  let trailers: { readonly headers: Headers; readonly repeated: boolean } | undefined;
  let waitsForDrain = false;
  let dataListener: ((chunk: Buffer) => boolean) | undefined;
  let endListener: (() => void) | undefined;
  const closeListeners: (() => void)[] = [];
  let drainListener: (() => void) | undefined;

  function close(): void {
    if (told) return;
    told = true;
    ended = true;
    queue = [];
    for (const listener of closeListeners) listener();
  }
  function finish(): void {
    finished = true;
    close();
    if (remoteClosed) transport.gone(stream);
  }
  function headers(block: Buffer, flags: number): void {
    if (block.length <= MAX_FRAME) {
      transport.frame(frame.HEADERS, flags | flag.END_HEADERS, id, block);
      return;
    }
    transport.frame(frame.HEADERS, flags, id, block.subarray(0, MAX_FRAME));
    for (let at = MAX_FRAME; at < block.length; at += MAX_FRAME) {
      const end = at + MAX_FRAME >= block.length ? flag.END_HEADERS : 0;
      transport.frame(frame.CONTINUATION, end, id, block.subarray(at, at + MAX_FRAME));
    }
  }
  /** Sends a piece as far as the windows allow; the rest, or undefined when there is none. */
  function send(data: Uint8Array): Uint8Array | undefined {
    let left = data;
    while (left.length > 0) {
      const size = transport.take(Math.min(left.length, window, MAX_FRAME));
      if (size === 0) return left;
      window -= size;
      transport.frame(frame.DATA, 0, id, left.subarray(0, size));
      left = left.subarray(size);
    }
    return undefined;
  }

  const stream: StreamState = {
    id,
    get isOpen() {
      return !ended;
    },
    get headersSent() {
      return headersSent;
    },
    get held() {
      return held;
    },
    get remoteClosed() {
      return remoteClosed;
    },
    onData: (listener) => {
      dataListener = listener;
    },
    onEnd: (listener) => {
      endListener = listener;
    },
    onClose: (listener) => closeListeners.push(listener),
    onDrain: (listener) => {
      drainListener = listener;
    },
    respond(list) {
      if (ended || headersSent) return;
      headersSent = true;
      headers(encoder.repeated(list), 0);
    },
    write(data) {
      if (ended) return true;
      const rest = queue.length > 0 ? data : send(data);
      if (rest) {
        queue.push(rest);
        transport.block(stream);
      }
      waitsForDrain = rest !== undefined || transport.isCongested();
      if (waitsForDrain) transport.block(stream);
      return !waitsForDrain;
    },
    end(list, repeated) {
      if (ended) return;
      ended = true;
      trailers = { headers: list, repeated };
      stream.proceed();
    },
    respondOnly(list) {
      if (ended) return;
      ended = true;
      headersSent = true;
      headers(encoder.once(list), flag.END_STREAM);
      finish();
    },
    reset(errorCode) {
      if (finished && remoteClosed) return;
      const payload = Buffer.allocUnsafe(4);
      payload.writeUInt32BE(errorCode);
      transport.frame(frame.RST_STREAM, 0, id, payload);
      stream.cut();
    },
    receive(chunk) {
      if (dataListener?.(chunk)) held += chunk.length;
    },
    remoteEnd() {
      remoteClosed = true;
      endListener?.();
      if (finished) transport.gone(stream);
    },
    widen(by) {
      window += by;
      if (window > 2 ** 31 - 1) stream.reset(code.FLOW_CONTROL_ERROR);
    },
    proceed() {
      if (finished) return;
      while (queue.length > 0) {
        const rest = send(queue[0] as Uint8Array);
        if (rest) {
          queue[0] = rest;
          transport.block(stream);
          return;
        }
        queue.shift();
      }
      if (trailers) {
        const { headers: list, repeated } = trailers;
        headers(repeated ? encoder.repeated(list) : encoder.once(list), flag.END_STREAM);
        finish();
      } else if (waitsForDrain && !transport.isCongested()) {
        waitsForDrain = false;
        drainListener?.();
      }
    },
    cut() {
      finished = true;
      remoteClosed = true;
      close();
      transport.gone(stream);
    },
  };
  return stream;
}
