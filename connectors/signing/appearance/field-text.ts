/** The look of a filled text field: real, searchable text in the embedded typeface. */
import type { PDF, PdfObject, PdfStream } from '@libpdf/core';
import { SigningError } from '../errors.ts';
import { number, toFormXObject } from './drawing.ts';
import { runsOf, trueTypeOf } from './lettering.ts';

/**
 * A reserved place is an inline box of the line it stands in: its upper edge is the ascent of Tinos above the baseline, which Chromium
 * rounds to whole CSS pixels of 0.75 pt.
 */
const ascentOf = (size: number): number => Math.round((0.891 * size) / 0.75) * 0.75;

export interface FieldText {
  readonly text: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly centred: boolean;
}
export type FontsOf = (subset: string) => ReturnType<PDF['embedFont']>;

/** One embedded font per subset and document, whatever the number of fields. */
export function embeddedFonts(pdf: PDF): FontsOf {
  const embedded = new Map<string, ReturnType<PDF['embedFont']>>();
  return (subset) => {
    const font = embedded.get(subset) ?? pdf.embedFont(trueTypeOf(subset, 400));
    embedded.set(subset, font);
    return font;
  };
}

/**
 * A text too long for its place is set smaller, not cut.
 * @throws SigningError BAD_INPUT for letters the typeface lacks
 */
export function drawFieldText(fonts: FontsOf, field: FieldText): PdfStream {
  const runs = runsOrRefuse(field.text).map((run) => ({ ...run, font: fonts(run.subset) }));
  const ems = runs.reduce((sum, run) => sum + run.font.widthOfTextAtSize(run.text, 1), 0);
  const size = Math.min(field.size, field.width / ems);
  const x = field.centred ? (field.width - ems * size) / 2 : 0;
  const resources: Record<string, PdfObject> = {};
  const shown = runs.map((run) => {
    resources[run.subset.replace('-', '')] = run.font.ref;
    const gids = run.font.encodeTextToGids(run.text).map((gid) => gid.toString(16).padStart(4, '0'));
    return `/${run.subset.replace('-', '')} ${number(size)} Tf <${gids.join('')}> Tj`;
  });
  const content = `/Tx BMC\nBT 0 g ${number(x)} ${number(field.height - ascentOf(field.size))} Td\n${shown.join('\n')}\nET\nEMC`;
  return toFormXObject({ width: field.width, height: field.height, content }, { fonts: resources });
}

function runsOrRefuse(text: string) {
  try {
    return runsOf(text, 400);
  } catch (error) {
    throw new SigningError('BAD_INPUT', `«${text}» cannot be printed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
