/** PAdES signatures of officials and agencies: sign, seal, preview, verify. See README.md. */
export { AUTHORITY_NAME } from './authority.ts';
export { SigningError, type SigningErrorCode } from './errors.ts';
export type { Rect } from './form.ts';
export { type Preview, type PreviewInput, signingPreview } from './preview.ts';
export {
  createSigningService,
  type SealAsAgencyInput,
  type SignAsPersonInput,
  type SignedPdf,
  type SigningService,
  type SigningServiceOptions,
} from './service.ts';
export { type SignatureReport, type Verification, verifySignatures } from './verify/index.ts';
