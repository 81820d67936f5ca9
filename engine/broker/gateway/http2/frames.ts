/** Frames of HTTP/2 (RFC 9113, 6). */

export const frame = {
  DATA: 0,
  HEADERS: 1,
  PRIORITY: 2,
  RST_STREAM: 3,
  SETTINGS: 4,
  PUSH_PROMISE: 5,
  PING: 6,
  GOAWAY: 7,
  WINDOW_UPDATE: 8,
  CONTINUATION: 9,
} as const;

export const flag = { ACK: 1, END_STREAM: 1, END_HEADERS: 4, PADDED: 8, PRIORITY: 32 } as const;

export const setting = {
  HEADER_TABLE_SIZE: 1,
  MAX_CONCURRENT_STREAMS: 3,
  INITIAL_WINDOW_SIZE: 4,
  MAX_HEADER_LIST_SIZE: 6,
} as const;

export const code = {
  NO_ERROR: 0,
  PROTOCOL_ERROR: 1,
  FLOW_CONTROL_ERROR: 3,
  STREAM_CLOSED: 5,
  FRAME_SIZE_ERROR: 6,
  REFUSED_STREAM: 7,
  CANCEL: 8,
  COMPRESSION_ERROR: 9,
  ENHANCE_YOUR_CALM: 11,
} as const;

export const HEADER = 9;
/** The largest frame that everybody takes, and that we take. */
export const MAX_FRAME = 16_384;
export const MAX_WINDOW = 2 ** 31 - 1;
/** What both windows begin with. */
export const DEFAULT_WINDOW = 65_535;
export const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');

/** A rule was broken: the connection ends with this code. */
export class ConnectionError extends Error {
  readonly code: number;
  constructor(errorCode: number, message: string) {
    super(message);
    this.code = errorCode;
  }
}
