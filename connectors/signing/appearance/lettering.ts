/** Letters of the administrative typeface, from its Latin and Vietnamese subsets, as outlines and as embeddable fonts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontDirectory } from '../../pdf/fonts.ts';
import { type Glyph, readGlyph } from './outline.ts';
import { type FontTables, openWoff, toTrueType } from './woff.ts';

export type Weight = 400 | 700;
const SUBSETS = ['latin', 'vietnamese', 'latin-ext'] as const;
const opened = new Map<string, FontTables>();

function open(subset: string, weight: Weight): FontTables {
  const file = `tinos-${subset}-${weight}-normal.woff`;
  let font = opened.get(file);
  if (!font) {
    font = openWoff(readFileSync(join(fontDirectory(), file)));
    opened.set(file, font);
  }
  return font;
}

/** Outlines of the letters of `text`; a letter the typeface lacks is left out. */
export function outlines(text: string, weight: Weight): Glyph[] {
  return [...text.normalize('NFC')].flatMap((letter) => {
    for (const subset of SUBSETS) {
      const glyph = readGlyph(open(subset, weight), letter.codePointAt(0) ?? 0);
      if (glyph) return [glyph];
    }
    return [];
  });
}

export interface Run {
  readonly subset: string;
  readonly text: string;
}

/** Splits a text into runs of one subset each. @throws RangeError naming the first letter no subset has */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: { subset: string; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const subset = SUBSETS.find(
      (one) => readGlyph(open(one, weight), letter.codePointAt(0) ?? 0) !== undefined,
    );
    if (!subset) throw new RangeError(`The typeface has no letter «${letter}».`);
    const last = runs.at(-1);
    if (last?.subset === subset) last.text += letter;
    else runs.push({ subset, text: letter });
  }
  return runs;
}

export function trueTypeOf(subset: string, weight: Weight): Uint8Array {
  return toTrueType(open(subset, weight));
}
