/** One signature as one incremental update: fields filled, appearance drawn, the signature put into its hole last. */
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import type { SigningKey } from './authority.ts';
import { sha256, signCms, type Timestamper } from './cms.ts';
import { SigningError } from './errors.ts';
import type { OpenForm, Place } from './form.ts';
import { formatPdfDate } from './pdf-date.ts';

/** Room for certificate, root and time stamp, in bytes. What is left stays zero. */
const HOLE = 8192;
/** As wide as any real number: the array is overwritten in place. */
const WIDEST = 9_999_999_999;
/** ISO 32000-1 table 219: signatures exist; append only. */
const SIGNATURES_EXIST_APPEND_ONLY = 3;
/** Print, locked. */
const WIDGET_FLAGS = 4 | 128;

export interface Signature {
  readonly place: Place;
  readonly key: SigningKey;
  readonly signerName: string;
  readonly reason: string;
  readonly at: Date;
  readonly timestamp?: Timestamper | undefined;
}

/** Adds the signature to a form whose appearances are drawn already. @throws SigningError BROKEN_PDF */
export async function appendSignature(form: OpenForm, signature: Signature): Promise<Uint8Array> {
  const dict = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    Name: PdfString.fromString(signature.signerName),
    Reason: PdfString.fromString(signature.reason),
    M: PdfString.fromString(formatPdfDate(signature.at)),
    ByteRange: new PdfArray([0, WIDEST, WIDEST, WIDEST].map((value) => PdfNumber.of(value))),
    Contents: PdfString.fromBytes(new Uint8Array(HOLE)),
  });
  signature.place.dict.set('V', form.pdf.context.register(dict));
  signature.place.dict.set('F', PdfNumber.of(WIDGET_FLAGS));
  form.form.set('SigFlags', PdfNumber.of(SIGNATURES_EXIST_APPEND_ONLY));
  const file = Buffer.from(await saveUpdate(form));
  const hole = findHole(file);
  const [start, end] = [hole.start, hole.start + hole.length];
  writeByteRange(file, [0, start, end, file.length - end]);
  const cms = await signCms(
    { digest: sha256(file.subarray(0, start), file.subarray(end)) },
    signature.key,
    signature.timestamp,
  );
  const hex = Buffer.from(cms).toString('hex').toUpperCase();
  if (hex.length > hole.length - 2)
    throw new SigningError('BROKEN_PDF', `The signature takes ${cms.length} bytes, ${HOLE} are reserved.`);
  file.write(hex, start + 1, 'latin1');
  return file;
}

/** Appends what changed; only the letters used of embedded fonts. */
export async function saveUpdate(form: OpenForm): Promise<Uint8Array> {
  return form.pdf.save({ incremental: true, subsetFonts: true });
}

/** The `<000…>` of the newest signature, brackets included. */
function findHole(file: Buffer): { start: number; length: number } {
  const zeros = `<${'0'.repeat(HOLE * 2)}>`;
  const start = file.lastIndexOf(zeros, undefined, 'latin1');
  if (start === -1)
    throw new SigningError('BROKEN_PDF', 'The place for the signature was not written as expected.');
  return { start, length: zeros.length };
}

function writeByteRange(file: Buffer, range: readonly number[]): void {
  const placeholder = `[0 ${WIDEST} ${WIDEST} ${WIDEST}]`;
  const at = file.lastIndexOf(placeholder, undefined, 'latin1');
  if (at === -1) throw new SigningError('BROKEN_PDF', 'The byte range was not written as expected.');
  file.write(`[${range.join(' ')}]`.padEnd(placeholder.length), at, 'latin1');
}
