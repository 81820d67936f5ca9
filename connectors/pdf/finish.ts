/** What Chromium leaves open: reserved places become form fields, metadata become repeatable. */
import { createHash } from 'node:crypto';
import { PDF } from '@libpdf/core';
import { reserveFields } from './fields.ts';

export interface FinishOptions {
  /** Written as creation and modification date. Same HTML and same `at` give the same bytes. */
  readonly at?: Date;
  /** The issuing agency. */
  readonly author?: string;
  readonly subject?: string;
}

/** Metadata dates without `at`: fixed, because a clock here would make equal papers differ. */
const NO_DATE = new Date('2000-01-01T00:00:00Z');

/** @throws PdfError BAD_FIELD */
export async function finishPdf(printed: Uint8Array, options: FinishOptions): Promise<Uint8Array> {
  const pdf = await PDF.load(printed);
  reserveFields(pdf);
  const at = options.at ?? NO_DATE;
  pdf.setCreationDate(at);
  pdf.setModificationDate(at);
  pdf.setCreator('Motcua');
  if (options.author) pdf.setAuthor(options.author);
  if (options.subject) pdf.setSubject(options.subject);
  return withContentId(await pdf.save());
}

/** Chromium's file identifier is random: it becomes the digest of everything else (ISO 32000-1 14.4 leaves the method open). */
function withContentId(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const start = file.lastIndexOf('/ID [<');
  const match =
    start === -1
      ? null
      : /^\/ID \[<([0-9A-F]{32})> <([0-9A-F]{32})>\]/.exec(file.toString('latin1', start, start + 80));
  if (!match) return bytes;
  file.fill('0', start + 6, start + 38).fill('0', start + 41, start + 73);
  const id = createHash('sha256').update(file).digest('hex').slice(0, 32).toUpperCase();
  file.write(id, start + 6, 'latin1');
  file.write(id, start + 41, 'latin1');
  return file;
}
