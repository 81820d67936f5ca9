/** PAdES signatures of officials and agencies: sign, seal, preview, verify. See README.md. */
import type { Preview, PreviewInput } from './preview.ts';
import type { SigningService, SigningServiceOptions } from './service.ts';
import type { Verification, VerifyOptions } from './verify/index.ts';

export { SigningError } from './errors.ts';
export type { SigningService } from './service.ts';

/**
 * Signs and seals with the keys in `dir`. Cryptography and PDF tools are loaded with the first paper, not before: a process
 * that signs nothing does without them (30 MB).
 */
export function createSigningService(options: SigningServiceOptions): SigningService {
  let opened: Promise<SigningService> | undefined;
  const service = (): Promise<SigningService> => {
    opened ??= import('./service.ts').then(({ openSigningService }) => openSigningService(options));
    return opened;
  };
  return {
    signAsPerson: async (input) => (await service()).signAsPerson(input),
    sealAsAgency: async (input) => (await service()).sealAsAgency(input),
    prepare: async (input) => (await service()).prepare(input),
    verify: async (pdf) => (await service()).verify(pdf),
    roots: async () => (await service()).roots(),
  };
}

/** The document as it will look once signed or sealed. @throws SigningError BROKEN_PDF, NOT_PREPARED, BAD_INPUT */
export async function signingPreview(input: PreviewInput): Promise<Preview> {
  const preview = await import('./preview.ts');
  return preview.signingPreview(input);
}

/** Checks all signatures of a document against the given roots (DER). */
export async function verifySignatures(pdf: Uint8Array, options: VerifyOptions): Promise<Verification> {
  const verify = await import('./verify/index.ts');
  return verify.verifySignatures(pdf, options);
}
