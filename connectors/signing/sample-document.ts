/** A prepared document without any browser, for tests: a page with the reserved places a rendered result has. */
import { PDF } from '@libpdf/core';
import { finishPdf } from '../pdf/finish.ts';

/** Where the signature image goes, points from the lower left corner. */
export const SAMPLE_SIGNATURE = { x: 360, y: 130, width: 142, height: 68 };

export async function sampleDocument(options: { readonly places?: boolean } = {}): Promise<Uint8Array> {
  const pdf = PDF.create();
  const page = pdf.addPage({ size: 'a4' });
  page.drawText('So:', { x: 90, y: 700, size: 13 });
  page.drawText('CHU TICH', { x: 400, y: 205, size: 13 });
  page.drawText('Le Quang Minh', { x: 395, y: 112, size: 13 });
  if (options.places !== false) {
    const places = [
      ['result.number?size=13', { x: 110, y: 697, width: 100, height: 14.25 }],
      ['result.day?size=13&align=center', { x: 300, y: 700, width: 20, height: 14.25 }],
      ['result.month?size=13&align=center', { x: 350, y: 700, width: 20, height: 14.25 }],
      ['result.year?size=13&align=center', { x: 400, y: 700, width: 32, height: 14.25 }],
      ['signature.person', SAMPLE_SIGNATURE],
    ] as const;
    for (const [name, rect] of places) page.addLinkAnnotation({ rect, uri: `motcua-field:${name}` });
  }
  return finishPdf(await pdf.save(), { at: new Date('2026-11-20T02:00:00Z') });
}
