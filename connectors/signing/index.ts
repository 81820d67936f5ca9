/** PAdES signatures of officials and agencies: sign, seal, preview, verify. See README.md. */
export { SigningError } from './errors.ts';
export { signingPreview } from './preview.ts';
export { createSigningService, type SigningService } from './service.ts';
export { verifySignatures } from './verify/index.ts';
