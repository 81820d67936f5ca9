/** Signs as officials and seals as agencies with the certificates of this installation's test CA. */
import { X509Certificate } from 'node:crypto';
import { showAgency, showPerson } from './appearance/index.ts';
import { type Holder, openAuthority, type SigningKey } from './authority.ts';
import { SigningError } from './errors.ts';
import { AGENCY_FIELD, getPlace, openForm, PERSON_FIELD, type Rect } from './form.ts';
import { createTimestamper } from './timestamp.ts';
import { appendSignature } from './update.ts';
import { type SignatureReport, type Verification, verifySignatures } from './verify/index.ts';

export interface SigningServiceOptions {
  /** Where keys and certificates lie; made with mode 0700. */
  readonly dir: string;
  /** Time stamps of the local test TSA: PAdES B-T instead of B-B. On unless false. */
  readonly timestamp?: boolean;
}
interface SignAsPersonInput {
  readonly pdf: Uint8Array;
  readonly official: { readonly id: string; readonly name: string; readonly title: string };
  readonly at: Date;
  readonly reason: string;
  /** Signatures the document carries already; 0 unless given. */
  readonly expectedSignatures?: number;
}
interface SealAsAgencyInput {
  readonly pdf: Uint8Array;
  readonly unit: { readonly id: string; readonly name: string };
  /** Số of the document. */
  readonly number: string;
  /** Its date, yyyy-MM-dd. */
  readonly date: string;
  readonly at: Date;
  readonly reason?: string;
  /** Signatures the document carries already; 1 unless given. */
  readonly expectedSignatures?: number;
}
interface SignedPdf {
  readonly pdf: Uint8Array;
  /** The same person or unit had signed it before: `pdf` is what came in. */
  readonly alreadySigned: boolean;
  /** 1 = first. */
  readonly page: number;
  readonly rect: Rect;
  readonly level: 'B-T' | 'B-B';
}
export interface SigningService {
  /** @throws SigningError BROKEN_PDF, NOT_PREPARED, UNEXPECTED_SIGNATURES, KEY_STORE */
  signAsPerson(input: SignAsPersonInput): Promise<SignedPdf>;
  /** @throws SigningError NOT_SIGNED before a valid signature of the person, and those of signAsPerson; BAD_INPUT */
  sealAsAgency(input: SealAsAgencyInput): Promise<SignedPdf>;
  /** Makes CA and keys ahead of their first use; again does nothing. */
  prepare(input: {
    readonly officials?: readonly { readonly id: string; readonly name: string; readonly title: string }[];
    readonly units?: readonly { readonly id: string; readonly name: string }[];
  }): Promise<void>;
  /** Checks all signatures against this installation's root. */
  verify(pdf: Uint8Array): Promise<Verification>;
  /** DER of the trusted roots. */
  roots(): Promise<Uint8Array[]>;
}

/** Nothing is made or read before the first call. */
export function openSigningService(options: SigningServiceOptions): SigningService {
  const authority = openAuthority(options.dir);
  const level = options.timestamp === false ? 'B-B' : 'B-T';
  const timestamper = async (at: Date) =>
    level === 'B-T' ? createTimestamper(await authority.timestampKey(), at) : undefined;
  const person = ({ id, name, title }: SignAsPersonInput['official']): Holder => ({
    kind: 'person',
    id,
    name,
    title,
  });
  const agency = ({ id, name }: SealAsAgencyInput['unit']): Holder => ({ kind: 'agency', id, name });
  const roots = async () => [new Uint8Array((await authority.root()).raw)];
  const verify = async (pdf: Uint8Array) => verifySignatures(pdf, { roots: await roots() });

  async function signAsPerson(input: SignAsPersonInput): Promise<SignedPdf> {
    const key = await authority.keyOf(person(input.official));
    const form = await openForm(input.pdf);
    const target = getPlace(form, PERSON_FIELD);
    const { signatures } = await verify(input.pdf);
    const placed = { page: target.page, rect: target.rect, level } as const;
    if (isRepeat(signatures, input.expectedSignatures ?? 0, PERSON_FIELD, key))
      return { pdf: input.pdf, alreadySigned: true, ...placed };
    const place = showPerson(form, input.official);
    const { at, reason } = input;
    const timestamp = await timestamper(at);
    const pdf = await appendSignature(form, {
      place,
      key,
      signerName: input.official.name,
      reason,
      at,
      timestamp,
    });
    return { pdf, alreadySigned: false, ...placed };
  }

  async function sealAsAgency(input: SealAsAgencyInput): Promise<SignedPdf> {
    const key = await authority.keyOf(agency(input.unit));
    const form = await openForm(input.pdf);
    const target = getPlace(form, AGENCY_FIELD);
    const { signatures } = await verify(input.pdf);
    const placed = { page: target.page, rect: target.rect, level } as const;
    const signed = signatures.find((signature) => signature.field === PERSON_FIELD);
    if (!signed?.valid || signed.changesAfter === 'forbidden')
      throw new SigningError(
        'NOT_SIGNED',
        'The authorised person has not signed this document validly: it cannot be sealed yet (NĐ 30/2020 Đ18).',
      );
    if (isRepeat(signatures, input.expectedSignatures ?? 1, AGENCY_FIELD, key))
      return { pdf: input.pdf, alreadySigned: true, ...placed };
    const place = showAgency(form, input);
    const reason = input.reason ?? `Phát hành văn bản số ${input.number}`;
    const timestamp = await timestamper(input.at);
    const pdf = await appendSignature(form, {
      place,
      key,
      signerName: input.unit.name,
      reason,
      at: input.at,
      timestamp,
    });
    return { pdf, alreadySigned: false, ...placed };
  }

  return {
    signAsPerson,
    sealAsAgency,
    prepare: async ({ officials = [], units = [] }) => {
      await authority.timestampKey();
      for (const holder of [...officials.map(person), ...units.map(agency)]) await authority.keyOf(holder);
    },
    verify,
    roots,
  };
}

/**
 * true: this very signature is there already. false: the document is as expected and can be signed.
 * @throws SigningError UNEXPECTED_SIGNATURES otherwise
 */
function isRepeat(
  signatures: readonly SignatureReport[],
  expected: number,
  field: string,
  key: SigningKey,
): boolean {
  const mine = signatures.find((signature) => signature.field === field);
  if (signatures.length === expected && !mine) return false;
  if (signatures.length === expected + 1 && mine?.valid && isSame(mine, key)) return true;
  throw new SigningError(
    'UNEXPECTED_SIGNATURES',
    `The document carries ${signatures.length} signature(s), ${expected} expected${mine ? `; ${field} is signed already` : ''}.`,
  );
}

function isSame(signature: SignatureReport, key: SigningKey): boolean {
  return (
    signature.certificate !== null &&
    new X509Certificate(signature.certificate).fingerprint256 === key.certificate.fingerprint256
  );
}
