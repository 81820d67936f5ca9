/** Finds the reserved places (connectors/pdf/fields.ts) of a prepared PDF. */
import { PDF, PdfArray, PdfDict, PdfNumber, PdfRef, PdfString } from '@libpdf/core';
import { SigningError } from './errors.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** A form field that is its own widget. */
export interface Place {
  readonly name: string;
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  /** 1 = first. */
  readonly page: number;
  /** Points from the lower left corner of the page. */
  readonly rect: Rect;
}
export interface OpenForm {
  readonly pdf: PDF;
  readonly form: PdfDict;
  readonly places: ReadonlyMap<string, Place>;
}

export const PERSON_FIELD = 'signature.person';
export const AGENCY_FIELD = 'signature.agency';

/** @throws SigningError BROKEN_PDF, NOT_PREPARED */
export async function openForm(bytes: Uint8Array): Promise<OpenForm> {
  const pdf = await loadPdf(bytes);
  const blocker = pdf.canSaveIncrementally();
  if (blocker)
    throw new SigningError(
      'BROKEN_PDF',
      `The PDF cannot be extended without breaking signatures (${blocker}). Render it again.`,
    );
  const resolve = resolverOf(pdf);
  const form = pdf.getCatalog().getDict('AcroForm', resolve);
  const fields = form?.getArray('Fields', resolve);
  if (!form || !fields)
    throw new SigningError(
      'NOT_PREPARED',
      'The PDF reserves no places: its template needs the partials signature, number and date.',
    );
  const pageOf = new Map(pdf.getPages().map((page, index) => [page.ref.objectNumber, index + 1]));
  const places = new Map<string, Place>();
  for (const ref of fields) {
    if (!(ref instanceof PdfRef)) continue;
    const dict = resolve(ref);
    if (!(dict instanceof PdfDict)) continue;
    const name = dict.getString('T', resolve)?.asString();
    const page = pageOf.get(dict.getRef('P')?.objectNumber ?? -1);
    if (name !== undefined && page !== undefined)
      places.set(name, { name, ref, dict, page, rect: rectOf(dict) });
  }
  return { pdf, form, places };
}

/** @throws SigningError BROKEN_PDF */
export async function loadPdf(bytes: Uint8Array): Promise<PDF> {
  try {
    return await PDF.load(bytes);
  } catch (error) {
    throw new SigningError('BROKEN_PDF', 'The file is no readable PDF.', { cause: error });
  }
}

export function resolverOf(pdf: PDF): (ref: PdfRef) => ReturnType<PDF['context']['registry']['resolve']> {
  return pdf.context.registry.resolve.bind(pdf.context.registry);
}

/** @throws SigningError NOT_PREPARED */
export function getPlace(form: OpenForm, name: string): Place {
  const place = form.places.get(name);
  if (!place) throw new SigningError('NOT_PREPARED', `The PDF reserves no place ${name}.`);
  return place;
}

/** Size and alignment the template asked for, from the default appearance (`/TiRo 13 Tf 0 g`) and /Q. */
export function textStyle(place: Place): { size: number; centred: boolean } {
  const appearance = place.dict.get('DA');
  const size = appearance instanceof PdfString ? /([\d.]+) Tf/.exec(appearance.asString())?.[1] : undefined;
  const alignment = place.dict.get('Q');
  return { size: Number(size ?? 13), centred: alignment instanceof PdfNumber && alignment.value === 1 };
}

function rectOf(dict: PdfDict): Rect {
  const rect = dict.get('Rect');
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] =
    rect instanceof PdfArray ? [...rect].map((value) => (value instanceof PdfNumber ? value.value : 0)) : [];
  return { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
}
