/**
 * The typeface of administrative papers, embedded: Tinos has the metrics of Times New Roman (NĐ 30/2020 Phụ lục I) and all
 * Vietnamese letters. Only the subsets a document needs are embedded.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FAMILY = 'Tinos';
const FACES = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'normal' },
  { weight: 700, style: 'italic' },
] as const;

interface Subset {
  readonly name: string;
  readonly unicodeRange: string;
  readonly ranges: readonly (readonly [number, number])[];
}

let subsets: readonly Subset[] | undefined;
const cssOf = new Map<string, string>();

/** `@font-face` rules with data URLs for the letters of `text`. */
export function fontFaces(text: string): string {
  subsets ??= loadSubsets();
  const needed = new Set<Subset>();
  const letters = new Set(text);
  for (const letter of letters) {
    const code = letter.codePointAt(0) ?? 0;
    const subset = subsets.find((candidate) =>
      candidate.ranges.some(([from, to]) => code >= from && code <= to),
    );
    if (subset) needed.add(subset);
  }
  // Where ranges overlap, CSS prefers the later rule: the small subsets come last.
  return [...needed]
    .sort((a, b) => (subsets?.indexOf(b) ?? 0) - (subsets?.indexOf(a) ?? 0))
    .map(cssOfSubset)
    .join('\n');
}

/** Where the font files of the package lie. */
export function fontDirectory(): string {
  return join(dirname(fileURLToPath(import.meta.resolve('@fontsource/tinos/package.json'))), 'files');
}

/** Latin and Vietnamese first: they overlap the large latin-ext, which is then embedded for foreign names only. */
function loadSubsets(): readonly Subset[] {
  const json = readFileSync(join(fontDirectory(), '..', 'unicode.json'), 'utf8');
  const order = ['latin', 'vietnamese'];
  return Object.entries(JSON.parse(json) as Record<string, string>)
    .map(([name, unicodeRange]) => ({ name, unicodeRange, ranges: parseRanges(unicodeRange) }))
    .sort((a, b) => rank(order, a.name) - rank(order, b.name));
}

function rank(order: readonly string[], name: string): number {
  const index = order.indexOf(name);
  return index === -1 ? order.length : index;
}

function parseRanges(unicodeRange: string): (readonly [number, number])[] {
  return unicodeRange.split(',').map((part) => {
    const [from = '0', to = from] = part.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
}

function cssOfSubset(subset: Subset): string {
  const cached = cssOf.get(subset.name);
  if (cached !== undefined) return cached;
  const css = FACES.map(({ weight, style }) => {
    const file = join(fontDirectory(), `${FAMILY.toLowerCase()}-${subset.name}-${weight}-${style}.woff2`);
    const url = `data:font/woff2;base64,${readFileSync(file).toString('base64')}`;
    return `@font-face{font-family:${FAMILY};font-weight:${weight};font-style:${style};src:url(${url}) format("woff2");unicode-range:${subset.unicodeRange}}`;
  }).join('\n');
  cssOf.set(subset.name, css);
  return css;
}
