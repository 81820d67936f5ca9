/** Errors that leave connectors/pdf on purpose. */
export type PdfErrorCode = 'NO_CHROMIUM' | 'BROWSER_FAILED' | 'BAD_HTML' | 'TIMEOUT' | 'CLOSED' | 'BAD_FIELD';

/** A PDF could not be made. The message names the thing, the reason and the way out. */
export class PdfError extends Error {
  readonly code: PdfErrorCode;
  constructor(code: PdfErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PdfError';
    this.code = code;
  }
}

export type SlipErrorCode = 'BROKEN_SET' | 'NO_SET' | 'NO_SLIP' | 'BAD_DATA' | 'BAD_TEMPLATE';

/** A slip set is broken, none is in force, or the data lack something the form requires. */
export class SlipError extends Error {
  readonly code: SlipErrorCode;
  constructor(code: SlipErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SlipError';
    this.code = code;
  }
}
