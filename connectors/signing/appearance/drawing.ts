/** Small words of the PDF imaging model: content streams as text, and the form XObject that carries one. */
import { PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, PdfStream } from '@libpdf/core';
import type { Glyph, Point } from './outline.ts';

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function transform([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Path of a glyph placed by `matrix` (which carries the font size). */
export function glyphPath(glyph: Glyph, matrix: Matrix): string {
  return glyph.path
    .map(({ op, points }) =>
      [...points.flatMap((point) => transform(matrix, point)).map(number), op].join(' '),
    )
    .join('\n');
}

/** Circle as four Bézier curves. */
export function circlePath(x: number, y: number, radius: number): string {
  const k = 0.5522847498 * radius;
  const at = (...values: number[]) => values.map(number).join(' ');
  return [
    `${at(x + radius, y)} m`,
    `${at(x + radius, y + k, x + k, y + radius, x, y + radius)} c`,
    `${at(x - k, y + radius, x - radius, y + k, x - radius, y)} c`,
    `${at(x - radius, y - k, x - k, y - radius, x, y - radius)} c`,
    `${at(x + k, y - radius, x + radius, y - k, x + radius, y)} c h`,
  ].join('\n');
}

/** A form XObject for an annotation's appearance; with `multiply` it lets what lies below shine through, as ink does. */
export function toFormXObject(
  drawing: Drawing,
  options: { multiply?: boolean; fonts?: Readonly<Record<string, PdfObject>> } = {},
): PdfStream {
  const resources: Record<string, PdfObject> = {};
  if (options.fonts) resources.Font = PdfDict.of({ ...options.fonts });
  if (options.multiply)
    resources.ExtGState = PdfDict.of({
      Ink: PdfDict.of({
        Type: PdfName.of('ExtGState'),
        BM: PdfName.of('Multiply'),
        CA: PdfNumber.of(0.9),
        ca: PdfNumber.of(0.9),
      }),
    });
  const content = `q\n${options.multiply ? '/Ink gs\n' : ''}${drawing.content}\nQ\n`;
  const stream = PdfStream.fromDict(
    {
      Type: PdfName.of('XObject'),
      Subtype: PdfName.of('Form'),
      BBox: new PdfArray(
        [0, 0, drawing.width, drawing.height].map((value) => PdfNumber.of(Math.round(value * 1000) / 1000)),
      ),
      Resources: PdfDict.of(resources),
    },
    Buffer.from(content, 'latin1'),
  );
  return stream;
}
