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

type Trailers = { readonly headers: Headers; readonly repeated: boolean };
const MAX_WINDOW = 2 ** 31 - 1;

/** A class, because there may be ten thousand of them waiting, and thousands a second: closures for each would cost several times as much. */
class Stream implements StreamState {
  readonly id: number;
  held = 0;
  remoteClosed = false;
  headersSent = false;
  readonly #transport: Transport;
  #window: number;
  /** Ended by the owner; the client may still have to read. */
  #ended = false;
  /** The last frame is out, or nobody wants it. */
  #finished = false;
  #told = false;
  #waitsForDrain = false;
  #queue: Uint8Array[] | undefined;
  #trailers: Trailers | undefined;
  #onData: ((chunk: Buffer) => boolean) | undefined;
  #onEnd: (() => void) | undefined;
  #onDrain: (() => void) | undefined;
  #onClose: (() => void)[] | undefined;

  constructor(id: number, window: number, transport: Transport) {
    this.id = id;
    this.#window = window;
    this.#transport = transport;
  }
  get isOpen(): boolean {
    return !this.#ended;
  }
  onData(listener: (chunk: Buffer) => boolean): void {
    this.#onData = listener;
  }
  onEnd(listener: () => void): void {
    this.#onEnd = listener;
  }
  onClose(listener: () => void): void {
    if (this.#onClose) this.#onClose.push(listener);
    else this.#onClose = [listener];
  }
  onDrain(listener: () => void): void {
    this.#onDrain = listener;
  }
  respond(headers: Headers): void {
    if (this.#ended || this.headersSent) return;
    this.headersSent = true;
    this.#sendHeaders(this.#transport.encoder.repeated(headers), 0);
  }
  write(data: Uint8Array): boolean {
    if (this.#ended) return true;
    const rest = this.#queue ? data : this.#send(data);
    if (rest) {
      this.#queue ??= [];
      this.#queue.push(rest);
    }
    this.#waitsForDrain = rest !== undefined || this.#transport.isCongested();
    if (this.#waitsForDrain) this.#transport.block(this);
    return !this.#waitsForDrain;
  }
  end(headers: Headers, repeated: boolean): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#trailers = { headers, repeated };
    this.proceed();
  }
  respondOnly(headers: Headers): void {
    if (this.#ended) return;
    this.#ended = true;
    this.headersSent = true;
    this.#sendHeaders(this.#transport.encoder.once(headers), flag.END_STREAM);
    this.#finish();
  }
  reset(errorCode: number): void {
    if (this.#finished && this.remoteClosed) return;
    const payload = Buffer.allocUnsafe(4);
    payload.writeUInt32BE(errorCode);
    this.#transport.frame(frame.RST_STREAM, 0, this.id, payload);
    this.cut();
  }
  receive(chunk: Buffer): void {
    if (this.#onData?.(chunk)) this.held += chunk.length;
  }
  remoteEnd(): void {
    this.remoteClosed = true;
    this.#onEnd?.();
    if (this.#finished) this.#transport.gone(this);
  }
  widen(by: number): void {
    this.#window += by;
    if (this.#window > MAX_WINDOW) this.reset(code.FLOW_CONTROL_ERROR);
  }
  proceed(): void {
    if (this.#finished) return;
    const queue = this.#queue ?? [];
    while (queue.length > 0) {
      const rest = this.#send(queue[0] as Uint8Array);
      if (rest) {
        queue[0] = rest;
        this.#transport.block(this);
        return;
      }
      queue.shift();
    }
    this.#queue = undefined;
    if (this.#trailers) {
      const { headers, repeated } = this.#trailers;
      const { encoder } = this.#transport;
      this.#sendHeaders(repeated ? encoder.repeated(headers) : encoder.once(headers), flag.END_STREAM);
      this.#finish();
    } else if (this.#waitsForDrain && !this.#transport.isCongested()) {
      this.#waitsForDrain = false;
      this.#onDrain?.();
    }
  }
  cut(): void {
    this.#finished = true;
    this.remoteClosed = true;
    this.#close();
    this.#transport.gone(this);
  }

  #close(): void {
    if (this.#told) return;
    this.#told = true;
    this.#ended = true;
    this.#queue = undefined;
    for (const listener of this.#onClose ?? []) listener();
  }
  #finish(): void {
    this.#finished = true;
    this.#close();
    if (this.remoteClosed) this.#transport.gone(this);
  }
  #sendHeaders(block: Buffer, flags: number): void {
    const { id } = this;
    if (block.length <= MAX_FRAME) {
      this.#transport.frame(frame.HEADERS, flags | flag.END_HEADERS, id, block);
      return;
    }
    this.#transport.frame(frame.HEADERS, flags, id, block.subarray(0, MAX_FRAME));
    for (let at = MAX_FRAME; at < block.length; at += MAX_FRAME) {
      const end = at + MAX_FRAME >= block.length ? flag.END_HEADERS : 0;
      this.#transport.frame(frame.CONTINUATION, end, id, block.subarray(at, at + MAX_FRAME));
    }
  }
  /** Sends a piece as far as the windows allow; the rest, or undefined when there is none. */
  #send(data: Uint8Array): Uint8Array | undefined {
    let left = data;
    while (left.length > 0) {
      const size = this.#transport.take(Math.min(left.length, this.#window, MAX_FRAME));
      if (size === 0) return left;
      this.#window -= size;
      this.#transport.frame(frame.DATA, 0, this.id, left.subarray(0, size));
      left = left.subarray(size);
    }
    return undefined;
  }
}

export const createStream = (id: number, initialWindow: number, transport: Transport): StreamState =>
  new Stream(id, initialWindow, transport);
