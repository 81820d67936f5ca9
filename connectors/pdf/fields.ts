/**
 * Reserved places. A template marks one as `<a href="motcua-field:NAME?…">`; Chromium prints it as a link with its exact place on
 * its exact page; here each such link becomes an empty AcroForm field of that name. Later updates only fill fields, the kind of
 * change PDF viewers accept after a signature (ISO 32000-1 12.8.2.2).
 */
import { type PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfString } from '@libpdf/core';
import { PdfError } from './errors.ts';

const SCHEME = 'motcua-field:';
/** Read-only: a person with a viewer does not type there, the seal fills it. */
const READ_ONLY = 1;
const PRINT = 4;

/** Signature image over the seal: 36 mm round seal, overlapping the left third of the person's signature (NĐ 30/2020). */
const SEAL_POINTS = (36 / 25.4) * 72;

/** What a screen reader calls the field. */
const LABELS: Readonly<Record<string, string>> = {
  'result.number': 'Số',
  'result.day': 'Ngày',
  'result.month': 'Tháng',
  'result.year': 'Năm',
  'signature.person': 'Chữ ký của người có thẩm quyền',
  'signature.agency': 'Chữ ký của cơ quan',
};

/** @throws PdfError BAD_FIELD for a name used twice */
export function reserveFields(pdf: PDF): void {
  const fields: PdfRef[] = [];
  const names = new Set<string>();
  const resolve = pdf.context.registry.resolve.bind(pdf.context.registry);
  const claim = (name: string, ref: PdfRef): void => {
    if (names.has(name)) throw new PdfError('BAD_FIELD', `The template reserves the place ${name} twice.`);
    names.add(name);
    fields.push(ref);
  };
  for (const page of pdf.getPages()) {
    const annotations = page.dict.getArray('Annots', resolve);
    for (const ref of [...(annotations ?? [])]) {
      if (!(ref instanceof PdfRef)) continue;
      const link = resolve(ref);
      if (!(link instanceof PdfDict)) continue;
      const uri = link.getDict('A', resolve)?.getString('URI', resolve)?.asString();
      if (!uri?.startsWith(SCHEME)) continue;
      const place = new URL(uri);
      claim(place.pathname, ref);
      if (!place.pathname.startsWith('signature.')) toTextField(link, place, page.ref);
      else {
        toSignatureField(link, place.pathname, page.ref);
        const seal = PdfDict.of({ Type: PdfName.of('Annot'), Rect: sealRect(rectOf(link)) });
        toSignatureField(seal, 'signature.agency', page.ref);
        const sealRef = pdf.context.register(seal);
        annotations?.push(sealRef);
        claim('signature.agency', sealRef);
      }
    }
  }
  if (fields.length === 0) return;
  const font = PdfDict.of({
    Type: PdfName.of('Font'),
    Subtype: PdfName.of('Type1'),
    BaseFont: PdfName.of('Times-Roman'),
  });
  const form = PdfDict.of({
    Fields: new PdfArray(fields),
    DA: PdfString.fromString('/TiRo 13 Tf 0 g'),
    DR: PdfDict.of({ Font: PdfDict.of({ TiRo: pdf.context.register(font) }) }),
  });
  pdf.getCatalog().set('AcroForm', pdf.context.register(form));
}

function toWidget(dict: PdfDict, name: string, type: 'Sig' | 'Tx', page: PdfRef): void {
  dict.delete('A');
  dict.delete('Border');
  dict.set('Subtype', PdfName.of('Widget'));
  dict.set('FT', PdfName.of(type));
  dict.set('T', PdfString.fromString(name));
  dict.set('TU', PdfString.fromString(LABELS[name] ?? name));
  dict.set('F', PdfNumber.of(PRINT));
  dict.set('P', page);
}

function toSignatureField(dict: PdfDict, name: string, page: PdfRef): void {
  toWidget(dict, name, 'Sig', page);
}

function toTextField(dict: PdfDict, place: URL, page: PdfRef): void {
  const size = Number(place.searchParams.get('size') ?? '13');
  toWidget(dict, place.pathname, 'Tx', page);
  dict.set('Ff', PdfNumber.of(READ_ONLY));
  dict.set('DA', PdfString.fromString(`/TiRo ${size} Tf 0 g`));
  dict.set('Q', PdfNumber.of(place.searchParams.get('align') === 'center' ? 1 : 0));
}

function rectOf(dict: PdfDict): readonly [number, number, number, number] {
  const rect = dict.getArray('Rect');
  const at = (index: number): number => {
    const number = rect?.at(index);
    return number instanceof PdfNumber ? number.value : 0;
  };
  return [at(0), at(1), at(2), at(3)];
}

function sealRect([left, bottom, right, top]: readonly [number, number, number, number]): PdfArray {
  const x = left + (right - left) / 3 - SEAL_POINTS;
  const y = (bottom + top) / 2 - SEAL_POINTS / 2;
  return new PdfArray(
    [x, y, x + SEAL_POINTS, y + SEAL_POINTS].map((value) => PdfNumber.of(Math.round(value * 100) / 100)),
  );
}
