/** gRPC statuses as Zeebe's gateway gives them (zeebe.md 1.8). */
import type { Logger } from 'pino';
import type { Rejection, RejectionType } from '../commands/command.ts';
import { JsonError } from '../feel/index.ts';
import { Overloaded, Unavailable } from '../unavailable.ts';
import { type Status, status } from './grpc/status.ts';

/** An answer other than OK. */
export class GatewayError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const codes: Readonly<Record<RejectionType, number>> = {
  INVALID_ARGUMENT: status.INVALID_ARGUMENT,
  NOT_FOUND: status.NOT_FOUND,
  ALREADY_EXISTS: status.ALREADY_EXISTS,
  INVALID_STATE: status.FAILED_PRECONDITION,
  PROCESSING_ERROR: status.INTERNAL,
  EXCEEDED_BATCH_RECORD_SIZE: status.UNKNOWN,
};

export const rejected = (intent: string, { type, reason }: Rejection): GatewayError =>
  // of this one Zeebe's clients see the code alone
  type === 'EXCEEDED_BATCH_RECORD_SIZE'
    ? new GatewayError(status.UNKNOWN, '')
    : new GatewayError(codes[type], `Command '${intent}' rejected with code '${type}': ${reason}`);

function toGatewayError(error: unknown, log: Logger): GatewayError {
  if (error instanceof GatewayError) return error;
  if (error instanceof JsonError) return new GatewayError(status.INVALID_ARGUMENT, error.message);
  if (error instanceof Unavailable) {
    return new GatewayError(status.UNAVAILABLE, `Expected to handle the request, but ${error.message}`);
  }
  if (error instanceof Overloaded) return new GatewayError(status.RESOURCE_EXHAUSTED, error.message);
  log.error({ err: error }, 'unexpected error in the gateway');
  const text = error instanceof Error ? error.message : String(error);
  return new GatewayError(
    status.INTERNAL,
    `Unexpected error occurred during the request processing: ${text}`,
  );
}

/** The status a client gets for an error; what nobody expected goes to the log. */
export function statusOf(error: unknown, log: Logger): Status {
  const { code, message } = toGatewayError(error, log);
  return { code, message };
}
