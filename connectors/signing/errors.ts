/** Errors that leave connectors/signing on purpose. */
export type SigningErrorCode =
  | 'NOT_PREPARED'
  | 'NOT_SIGNED'
  | 'UNEXPECTED_SIGNATURES'
  | 'BROKEN_PDF'
  | 'BAD_INPUT'
  | 'KEY_STORE';

/** A document could not be signed. The message names the thing, the reason and the way out. */
export class SigningError extends Error {
  readonly code: SigningErrorCode;
  constructor(code: SigningErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SigningError';
    this.code = code;
  }
}
