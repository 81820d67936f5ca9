/** Outlines of TrueType glyphs as PDF paths, for lettering that is drawn and not set: the seal. */
import type { FontTables } from './woff.ts';

export interface Glyph {
  /** Path operators (m, l, c, h) in em units: 1 = font size. */
  readonly path: readonly PathStep[];
  /** Advance width in em. */
  readonly advance: number;
}
type PathStep = { readonly op: 'm' | 'l' | 'c' | 'h'; readonly points: readonly Point[] };
export type Point = readonly [x: number, y: number];

interface ContourPoint {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

const COMPOSITE = { words: 1, xy: 2, scale: 8, more: 32, xyScale: 64, twoByTwo: 128 } as const;

/** @returns undefined where the font has no such letter */
export function readGlyph(font: FontTables, codePoint: number): Glyph | undefined {
  const id = glyphId(table(font, 'cmap'), codePoint);
  if (id === 0) return undefined;
  const unitsPerEm = table(font, 'head').readUInt16BE(18);
  const metrics = table(font, 'hmtx');
  const last = table(font, 'hhea').readUInt16BE(34) - 1;
  const advance = metrics.readUInt16BE(Math.min(id, last) * 4) / unitsPerEm;
  const contours = readContours(font, id);
  return { advance, path: contours.flatMap((contour) => toPath(contour, 1 / unitsPerEm)) };
}

function table(font: FontTables, tag: string): Buffer {
  const found = font.tables.get(tag);
  if (!found) throw new RangeError(`The font has no table ${tag}.`);
  return found;
}

function glyphId(cmap: Buffer, codePoint: number): number {
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(at);
    const id =
      format === 4 ? fromFormat4(cmap, at, codePoint) : format === 12 ? fromFormat12(cmap, at, codePoint) : 0;
    if (id !== 0) return id;
  }
  return 0;
}

function fromFormat4(cmap: Buffer, at: number, codePoint: number): number {
  const count = cmap.readUInt16BE(at + 6) / 2;
  for (let segment = 0; segment < count; segment += 1) {
    const end = cmap.readUInt16BE(at + 14 + segment * 2);
    if (codePoint > end) continue;
    const start = cmap.readUInt16BE(at + 16 + count * 2 + segment * 2);
    if (codePoint < start) return 0;
    const delta = cmap.readUInt16BE(at + 16 + count * 4 + segment * 2);
    const rangeAt = at + 16 + count * 6 + segment * 2;
    const range = cmap.readUInt16BE(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const id = cmap.readUInt16BE(rangeAt + range + (codePoint - start) * 2);
    return id === 0 ? 0 : (id + delta) & 0xffff;
  }
  return 0;
}

function fromFormat12(cmap: Buffer, at: number, codePoint: number): number {
  for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1) {
    const entry = at + 16 + group * 12;
    if (codePoint >= cmap.readUInt32BE(entry) && codePoint <= cmap.readUInt32BE(entry + 4))
      return cmap.readUInt32BE(entry + 8) + codePoint - cmap.readUInt32BE(entry);
  }
  return 0;
}

function readContours(font: FontTables, id: number): ContourPoint[][] {
  const loca = table(font, 'loca');
  const long = table(font, 'head').readInt16BE(50) === 1;
  const offset = (index: number) => (long ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2);
  const glyph = table(font, 'glyf').subarray(offset(id), offset(id + 1));
  if (glyph.length === 0) return [];
  const contours = glyph.readInt16BE(0);
  return contours >= 0 ? readSimple(glyph, contours) : readComposite(font, glyph);
}

function readSimple(glyph: Buffer, count: number): ContourPoint[][] {
  const ends = Array.from({ length: count }, (_, index) => glyph.readUInt16BE(10 + index * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = 10 + count * 2;
  at += 2 + glyph.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = glyph.readUInt8(at++);
    const repeats = flag & 8 ? glyph.readUInt8(at++) : 0;
    for (let copy = 0; copy <= repeats; copy += 1) flags.push(flag);
  }
  const readAxis = (shortBit: number, sameBit: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & shortBit) value += flag & sameBit ? glyph.readUInt8(at++) : -glyph.readUInt8(at++);
      else if (!(flag & sameBit)) {
        value += glyph.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAxis(2, 16);
  const ys = readAxis(4, 32);
  const points = flags.map((flag, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    onCurve: (flag & 1) === 1,
  }));
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
}

function readComposite(font: FontTables, glyph: Buffer): ContourPoint[][] {
  const all: ContourPoint[][] = [];
  let at = 10;
  for (let flags: number = COMPOSITE.more; flags & COMPOSITE.more; ) {
    flags = glyph.readUInt16BE(at);
    const part = glyph.readUInt16BE(at + 2);
    at += 4;
    const words = (flags & COMPOSITE.words) !== 0;
    const dx = words ? glyph.readInt16BE(at) : glyph.readInt8(at);
    const dy = words ? glyph.readInt16BE(at + 2) : glyph.readInt8(at + 1);
    at += words ? 4 : 2;
    let [a, b, c, d] = [1, 0, 0, 1];
    const fixed = () => {
      at += 2;
      return glyph.readInt16BE(at - 2) / 16384;
    };
    if (flags & COMPOSITE.scale) {
      a = fixed();
      d = a;
    } else if (flags & COMPOSITE.xyScale) {
      a = fixed();
      d = fixed();
    } else if (flags & COMPOSITE.twoByTwo) {
      a = fixed();
      b = fixed();
      c = fixed();
      d = fixed();
    }
    const [moveX, moveY] = flags & COMPOSITE.xy ? [dx, dy] : [0, 0];
    for (const contour of readContours(font, part))
      all.push(
        contour.map(({ x, y, onCurve }) => ({ x: a * x + c * y + moveX, y: b * x + d * y + moveY, onCurve })),
      );
  }
  return all;
}

/** Quadratic TrueType contour → PDF path: implied points between two controls, then each quadratic as a cubic. */
function toPath(contour: readonly ContourPoint[], scale: number): PathStep[] {
  const points: ContourPoint[] = [];
  for (const [index, point] of contour.entries()) {
    const next = contour[(index + 1) % contour.length] ?? point;
    points.push(point);
    if (!point.onCurve && !next.onCurve)
      points.push({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, onCurve: true });
  }
  const first = points.findIndex((point) => point.onCurve);
  const ring = [...points.slice(first), ...points.slice(0, first + 1)];
  const at = (point: ContourPoint): Point => [point.x * scale, point.y * scale];
  const [start, ...rest] = ring;
  if (!start) return [];
  const steps: PathStep[] = [{ op: 'm', points: [at(start)] }];
  let current = start;
  for (let index = 0; index < rest.length; index += 1) {
    const point = rest[index] as ContourPoint;
    if (point.onCurve) {
      steps.push({ op: 'l', points: [at(point)] });
      current = point;
      continue;
    }
    const end = rest[++index] ?? start;
    const control = (from: ContourPoint): Point => [
      (from.x + (2 / 3) * (point.x - from.x)) * scale,
      (from.y + (2 / 3) * (point.y - from.y)) * scale,
    ];
    steps.push({ op: 'c', points: [control(current), control(end), at(end)] });
    current = end;
  }
  return [...steps, { op: 'h', points: [] }];
}
