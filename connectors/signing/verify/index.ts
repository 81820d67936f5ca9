/** Checks every signature of a PDF: integrity, signer, chain, time, and what was changed afterwards. */
import type { X509Certificate } from 'node:crypto';
import { PdfArray, PdfDict, PdfNumber, PdfRef, PdfString } from '@libpdf/core';
import { loadPdf, resolverOf } from '../form.ts';
import { parsePdfDate } from '../pdf-date.ts';
import { isTrusted, isValidAt, readRoots } from './chain.ts';
import { type Changes, changesAfter } from './changes.ts';
import { type CmsReport, checkCms } from './cms.ts';

export interface SignatureReport {
  /** Name of the signature field. */
  readonly field: string;
  /** Common name in the signer's certificate. */
  readonly signer: string;
  /** Time stamp if there is a trusted one, else the time the signer states. */
  readonly at: Date;
  readonly timestamp: Date | null;
  readonly reason: string | null;
  /** What was signed is unchanged and was signed with the certificate's key, valid at that time. Says nothing of trust: see `chain`. */
  readonly valid: boolean;
  /** Why it is not valid, in words. */
  readonly problems: readonly string[];
  /** The signature reaches to the end of the file. */
  readonly coversWholeDocument: boolean;
  readonly chain: 'trusted' | 'untrusted';
  /** What later updates did. `allowed`: filled empty fields, added signatures. */
  readonly changesAfter: Changes;
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array | null;
}
export interface Verification {
  /** In the order of signing. */
  readonly signatures: readonly SignatureReport[];
  /** Nothing was added after the last signature. */
  readonly signedRevisionIsLast: boolean;
}

export interface VerifyOptions {
  /** DER of the certificates to trust. */
  readonly roots: readonly Uint8Array[];
}

/**
 * @throws SigningError BROKEN_PDF when the file is no PDF
 */
export async function verifySignatures(pdf: Uint8Array, options: VerifyOptions): Promise<Verification> {
  const roots = readRoots(options.roots);
  const found = await findSignatures(pdf);
  const reports = await Promise.all(found.map((one) => report(pdf, one, roots)));
  reports.sort((a, b) => a.end - b.end);
  return {
    signatures: withLaterChanges(reports.map(({ report: one }) => one)),
    signedRevisionIsLast: reports.at(-1)?.end === pdf.length,
  };
}

/** What breaks a later signature came after the earlier ones too, even where they alone would allow it. */
function withLaterChanges(signatures: readonly SignatureReport[]): SignatureReport[] {
  const firstSound = signatures.findLastIndex((one) => one.changesAfter === 'forbidden') + 1;
  return signatures.map((one, index) => (index < firstSound ? { ...one, changesAfter: 'forbidden' } : one));
}

interface Found {
  readonly field: string;
  readonly range: readonly number[];
  readonly contents: Uint8Array;
  readonly statedAt: Date | undefined;
  readonly reason: string | null;
}

async function findSignatures(bytes: Uint8Array): Promise<Found[]> {
  const pdf = await loadPdf(bytes);
  const resolve = resolverOf(pdf);
  const fields = pdf.getCatalog().getDict('AcroForm', resolve)?.getArray('Fields', resolve) ?? [];
  const found: Found[] = [];
  for (const ref of fields) {
    const field = ref instanceof PdfRef ? resolve(ref) : ref;
    if (!(field instanceof PdfDict) || field.getName('FT', resolve)?.value !== 'Sig') continue;
    const signature = field.getDict('V', resolve);
    if (!signature) continue;
    const range = signature.getArray('ByteRange', resolve) ?? new PdfArray([]);
    found.push({
      field: field.getString('T', resolve)?.asString() ?? '',
      range: [...range].map((value) => (value instanceof PdfNumber ? value.value : Number.NaN)),
      contents: signature.getString('Contents', resolve)?.bytes ?? new Uint8Array(),
      statedAt: parsePdfDate(textOf(signature, 'M') ?? ''),
      reason: textOf(signature, 'Reason'),
    });
  }
  return found;
}

async function report(
  pdf: Uint8Array,
  found: Found,
  roots: readonly X509Certificate[],
): Promise<{ report: SignatureReport; end: number }> {
  const rangeProblem = checkRange(pdf, found);
  const [, start = 0, resume = 0, length = 0] = found.range;
  const end = rangeProblem ? 0 : resume + length;
  const cms: CmsReport = rangeProblem
    ? { certificate: undefined, certificates: [], timestamp: undefined, problems: [rangeProblem] }
    : checkCms(trimDer(found.contents), [pdf.subarray(0, start), pdf.subarray(resume, end)]);
  const { certificate, timestamp } = cms;
  const stampTrusted =
    timestamp !== undefined && isTrusted(timestamp.certificate, timestamp.at, timestamp.certificates, roots);
  const at = (stampTrusted ? timestamp.at : found.statedAt) ?? new Date(Number.NaN);
  const problems = [...cms.problems];
  if (Number.isNaN(at.getTime())) problems.push('The signature states no time.');
  else if (certificate && !isValidAt(certificate, at))
    problems.push('The certificate was not valid at the time of signing.');
  return {
    end,
    report: {
      field: found.field,
      signer: certificate ? commonName(certificate) : '',
      at,
      timestamp: stampTrusted ? timestamp.at : null,
      reason: found.reason,
      valid: problems.length === 0,
      problems,
      coversWholeDocument: end === pdf.length,
      chain: certificate && isTrusted(certificate, at, cms.certificates, roots) ? 'trusted' : 'untrusted',
      changesAfter: rangeProblem ? 'forbidden' : await changesAfter(pdf, end),
      certificate: certificate ? new Uint8Array(certificate.raw) : null,
    },
  };
}

/** The two signed pieces must leave out nothing but the signature's own hexadecimal digits. */
function checkRange(pdf: Uint8Array, { range, contents }: Found): string | undefined {
  const [first, start = 0, resume = 0, length = 0, ...more] = range;
  const sound =
    first === 0 &&
    more.length === 0 &&
    range.length === 4 &&
    range.every((value) => Number.isSafeInteger(value) && value >= 0);
  if (!sound || start >= resume || resume + length > pdf.length)
    return 'The byte range does not fit the file.';
  const hole = Buffer.from(pdf.subarray(start, resume)).toString('latin1');
  if (hole.toLowerCase() !== `<${Buffer.from(contents).toString('hex')}>`)
    return 'The byte range leaves out more than the signature.';
  return undefined;
}

/** The signature without the zeros that fill its place. */
function trimDer(padded: Uint8Array): Uint8Array {
  const first = padded[1] ?? 0;
  if (first < 0x80) return padded.subarray(0, 2 + first);
  const lengthBytes = first & 0x7f;
  const length = padded.subarray(2, 2 + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0);
  return padded.subarray(0, 2 + lengthBytes + length);
}

function textOf(dict: PdfDict, key: string): string | null {
  const value = dict.get(key);
  return value instanceof PdfString ? value.asString() : null;
}

function commonName(certificate: X509Certificate): string {
  return /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject;
}
