/** gRPC statuses as Zeebe's gateway gives them (zeebe.md 1.8). */
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { Logger } from 'pino';
import protobuf from 'protobufjs';
import type { Rejection, RejectionType } from '../commands/command.ts';
import { JsonError } from '../feel/index.ts';
import { Overloaded, Unavailable } from '../unavailable.ts';

/** An answer other than OK. */
export class GatewayError extends Error {
  readonly code: status;
  constructor(code: status, message: string) {
    super(message);
    this.code = code;
  }
}

const codes: Readonly<Record<RejectionType, status>> = {
  INVALID_ARGUMENT: status.INVALID_ARGUMENT,
  NOT_FOUND: status.NOT_FOUND,
  ALREADY_EXISTS: status.ALREADY_EXISTS,
  INVALID_STATE: status.FAILED_PRECONDITION,
  PROCESSING_ERROR: status.INTERNAL,
};

export const rejected = (intent: string, { type, reason }: Rejection): GatewayError =>
  new GatewayError(codes[type], `Command '${intent}' rejected with code '${type}': ${reason}`);

function toGatewayError(error: unknown, log: Logger): GatewayError {
  if (error instanceof GatewayError) return error;
  if (error instanceof JsonError) return new GatewayError(status.INVALID_ARGUMENT, error.message);
  if (error instanceof Unavailable) {
    return new GatewayError(status.UNAVAILABLE, `Expected to handle the request, but ${error.message}`);
  }
  if (error instanceof Overloaded) {
    const message =
      'Expected to execute the command on one of the partitions, but all failed; there are no more partitions available to retry. Please try again. If the error persists contact your zeebe operator';
    return new GatewayError(status.RESOURCE_EXHAUSTED, message);
  }
  log.error({ err: error }, 'unexpected error in the gateway');
  const text = error instanceof Error ? error.message : String(error);
  return new GatewayError(
    status.INTERNAL,
    `Unexpected error occurred during the request processing: ${text}`,
  );
}

/** google.rpc.Status{code = 1, message = 2}. */
const details = (code: number, message: string): Buffer =>
  protobuf.Writer.create().uint32(8).int32(code).uint32(18).string(message).finish() as Buffer;

/** The error as grpc-js wants it, with the trailer `grpc-status-details-bin`. */
export function serviceError(error: unknown, log: Logger): ServiceError {
  const { code, message } = toGatewayError(error, log);
  const metadata = new Metadata();
  metadata.set('grpc-status-details-bin', details(code, message));
  return Object.assign(new Error(message), { code, details: message, metadata });
}
