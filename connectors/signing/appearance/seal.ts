/**
 * The picture of the agency's seal: red, round, actual size 36 mm (NĐ 30/2020 Phụ lục I). Our own design, with MẪU across it and no
 * national emblem, so that it can be taken for no real seal.
 */
import { circlePath, type Drawing, glyphPath, type Matrix } from './drawing.ts';
import { outlines } from './lettering.ts';

const POINTS_PER_MM = 72 / 25.4;
export const SEAL_SIZE = 36 * POINTS_PER_MM;
const RED = '0.84 0.09 0.13';

/** @param name of the unit, written around the upper half */
export function drawSeal(name: string): Drawing {
  const centre = SEAL_SIZE / 2;
  const outer = centre - 1;
  const parts = [
    `${RED} RG ${RED} rg 2 w`,
    `${circlePath(centre, centre, outer)} S`,
    `0.6 w ${circlePath(centre, centre, outer - 3)} S`,
    `0.9 w ${circlePath(centre, centre, outer - 17)} S`,
    arcText(name.toLocaleUpperCase('vi'), {
      centre,
      radius: outer - 13.3,
      size: 8.2,
      span: 236,
      side: 'top',
    }),
    arcText('BẢN MẪU', { centre, radius: outer - 6.4, size: 6.2, span: 80, side: 'bottom' }),
    straightText('MẪU', centre, centre + 1.5, 15),
    straightText('DEMO', centre, centre - 9, 8),
    straightText('không có giá trị pháp lý', centre, centre - 15.5, 3.9),
    star(centre, centre + 20.5, 5.5),
    ...[-38, 218].map((degrees) => {
      const angle = (degrees / 180) * Math.PI;
      return star(centre + (outer - 10) * Math.cos(angle), centre + (outer - 10) * Math.sin(angle), 2.6);
    }),
  ];
  return { width: SEAL_SIZE, height: SEAL_SIZE, content: parts.join('\n') };
}

interface Arc {
  readonly centre: number;
  readonly radius: number;
  readonly size: number;
  /** Widest angle the text may take, degrees; longer texts are set smaller and then tighter. */
  readonly span: number;
  readonly side: 'top' | 'bottom';
}

function arcText(text: string, arc: Arc): string {
  const glyphs = outlines(text, 700);
  const tracking = 0.06;
  const ems = glyphs.reduce((sum, glyph) => sum + glyph.advance + tracking, 0);
  const room = (arc.span / 180) * Math.PI * arc.radius;
  const size = Math.min(arc.size, room / ems);
  const radius = arc.side === 'top' ? arc.radius + (arc.size - size) * 0.35 : arc.radius;
  const direction = arc.side === 'top' ? -1 : 1;
  let angle = (arc.side === 'top' ? Math.PI / 2 : -Math.PI / 2) - (direction * (ems * size)) / radius / 2;
  return glyphs
    .map((glyph) => {
      const half = (glyph.advance * size) / radius / 2;
      const middle = angle + direction * half;
      angle += (direction * ((glyph.advance + tracking) * size)) / radius;
      const turn = arc.side === 'top' ? middle - Math.PI / 2 : middle + Math.PI / 2;
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      const x = arc.centre + radius * Math.cos(middle) - (cos * glyph.advance * size) / 2;
      const y = arc.centre + radius * Math.sin(middle) - (sin * glyph.advance * size) / 2;
      const matrix: Matrix = [size * cos, size * sin, -size * sin, size * cos, x, y];
      return `${glyphPath(glyph, matrix)}\nf`;
    })
    .join('\n');
}

function straightText(text: string, x: number, y: number, size: number): string {
  const glyphs = outlines(text, 700);
  let at = x - (glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) * size) / 2;
  return glyphs
    .map((glyph) => {
      const path = `${glyphPath(glyph, [size, 0, 0, size, at, y])}\nf`;
      at += glyph.advance * size;
      return path;
    })
    .join('\n');
}

function star(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 10 }, (_, index) => {
    const r = index % 2 === 0 ? radius : radius * 0.382;
    const angle = Math.PI / 2 + (index * Math.PI) / 5;
    return `${(x + r * Math.cos(angle)).toFixed(2)} ${(y + r * Math.sin(angle)).toFixed(2)} ${index === 0 ? 'm' : 'l'}`;
  });
  return `${corners.join('\n')} h f`;
}
