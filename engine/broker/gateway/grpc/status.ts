/** gRPC statuses and how they travel: trailers with a percent-encoded message and the google.rpc.Status of it. */
import protobuf from 'protobufjs';
import type { Headers } from '../http2/hpack.ts';

/** The codes of the gRPC protocol that the gateway uses. */
export const status = {
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
} as const;

/** How a call ends other than well. */
export interface Status {
  readonly code: number;
  readonly message: string;
}

/** Header blocks above some ten kilobytes are refused by many clients. */
const MAX_TEXT = 4_000;
const cut = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}...` : text);

/** Bytes of UTF-8 outside the printable ASCII range, and the percent sign itself. */
const percentEncoded = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^ -$&-~]/gu, (character) =>
      [...Buffer.from(character)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join(''),
    );

/** google.rpc.Status{code = 1, message = 2} in base64. */
const details = ({ code, message }: Status): string =>
  Buffer.from(protobuf.Writer.create().uint32(8).int32(code).uint32(18).string(message).finish()).toString(
    'base64',
  );

/** Trailers of a call that failed. */
export function trailersOf(failure: Status): Headers {
  const short = { code: failure.code, message: cut(failure.message) };
  return [
    ['grpc-status', String(short.code)],
    ['grpc-message', percentEncoded(short.message)],
    ['grpc-status-details-bin', details(short)],
  ];
}
