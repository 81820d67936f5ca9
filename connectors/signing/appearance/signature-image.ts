/**
 * The picture of a handwritten signature, drawn from the name: blue ink on a transparent ground (NĐ 30/2020 Phụ lục I). The same name
 * always gives the same hand; it imitates nobody's real signature.
 */
import { createHash } from 'node:crypto';
import type { Drawing } from './drawing.ts';
import type { Point } from './outline.ts';
import { penLetter } from './pen-letters.ts';

const BLUE = '0.05 0.2 0.62';
const STEPS = 7;

/** @param size of the place, points; the hand fills it in height or in width */
export function drawSignature(
  fullName: string,
  size: { readonly width: number; readonly height: number },
): Drawing {
  const hand = handOf(fullName);
  const strokes = movements(fullName, hand).map((points) =>
    smooth(points.map(([x, y]): Point => [x + hand.slant * y, y])),
  );
  const all = strokes.flat();
  const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [bottom, top] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const margin = 2;
  const scale = Math.min(
    (size.width - 2 * margin) / (right - left),
    (size.height - 2 * margin) / (top - bottom),
  );
  const offsetX = (size.width - (right - left) * scale) / 2;
  const offsetY = (size.height - (top - bottom) * scale) / 2;
  const place = ([x, y]: Point): Point => [offsetX + (x - left) * scale, offsetY + (y - bottom) * scale];
  const content = strokes.map((stroke) => inkOf(stroke.map(place), scale)).join('\n');
  return { ...size, content: `${BLUE} RG 1 J 1 j\n${content}` };
}

interface Hand {
  readonly slant: number;
  readonly jitter: (index: number) => number;
  readonly flourish: number;
}

function handOf(name: string): Hand {
  const bytes = createHash('sha256').update(name.normalize('NFC')).digest();
  const at = (index: number) => (bytes[index % bytes.length] ?? 0) / 255;
  return { slant: 0.28 + at(0) * 0.3, flourish: at(1), jitter: (index) => at(index + 2) - 0.5 };
}

/** The last word of a Vietnamese name is the given name: it is written out, the family name as an initial before it. */
function movements(fullName: string, hand: Hand): Point[][] {
  const words = fullName.trim().split(/\s+/);
  const given = words.at(-1) ?? '';
  const initials = words.length > 1 ? (words[0] ?? '').charAt(0) : '';
  let x = 0;
  let jitterAt = 0;
  const main: Point[] = [];
  const write = (letter: string, scale: number, stretch: number): void => {
    const movement = penLetter(letter);
    if (!movement) return;
    jitterAt += 1;
    const lift = hand.jitter(jitterAt) * 0.18;
    const tall = scale * (1 + hand.jitter(jitterAt + 7) * 0.2);
    for (const [px, py] of movement.points) main.push([x + px * scale * stretch, py * tall + lift]);
    x += movement.width * scale * stretch;
  };
  if (initials) write(initials, 1.9, 0.85);
  const [capital = '', ...rest] = [...given];
  x += initials ? 0.1 : 0;
  write(capital, 1.75, 0.9);
  for (const letter of rest) write(letter, 0.85, 1.15);
  main.unshift([-0.9, 0.5], [-0.3, 1.1 + hand.flourish * 0.6]);
  const underline: Point[] = [
    [x + 0.5, 0.5],
    [x + 1.4 + hand.flourish, 1 + hand.flourish * 0.4],
    [x + 1.5, 0.1],
    [x * 0.55, -0.65],
    [-0.5, -0.75 - hand.flourish * 0.3],
    [x * 0.45, -0.62],
    [x + 2.1 + hand.flourish, -0.1],
  ];
  const accent: Point[] = [
    [x * 0.72, 1.75],
    [x * 0.72 + 0.35, 2.05],
  ];
  return [[...main, ...underline], accent];
}

/** Catmull-Rom curve through the points. */
function smooth(points: readonly Point[]): Point[] {
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0];
  const curve: Point[] = [];
  for (let index = 0; index < points.length - 1; index += 1)
    for (let step = 0; step < STEPS; step += 1) {
      const t = step / STEPS;
      const axis = (k: 0 | 1): number => {
        const [p0, p1, p2, p3] = [at(index - 1)[k], at(index)[k], at(index + 1)[k], at(index + 2)[k]];
        return (
          0.5 *
          (2 * p1 +
            (p2 - p0) * t +
            (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t +
            (3 * p1 - p0 - 3 * p2 + p3) * t ** 3)
        );
      };
      curve.push([axis(0), axis(1)]);
    }
  curve.push(at(points.length - 1));
  return curve;
}

/** A pen presses harder downwards and runs out at both ends. */
function inkOf(points: readonly Point[], scale: number): string {
  const nib = Math.max(0.5, Math.min(1, scale * 0.055));
  const lines: string[] = [];
  for (let index = 1; index < points.length; index += 1) {
    const [x0, y0] = points[index - 1] as Point;
    const [x1, y1] = points[index] as Point;
    const length = Math.hypot(x1 - x0, y1 - y0) || 1;
    const press = 1 + 0.75 * ((y0 - y1) / length);
    const taper = Math.min(1, (index + 2) / 12, (points.length - index + 2) / 14);
    lines.push(
      `${(nib * press * taper + 0.3).toFixed(2)} w ${x0.toFixed(2)} ${y0.toFixed(2)} m ${x1.toFixed(2)} ${y1.toFixed(2)} l S`,
    );
  }
  return lines.join('\n');
}
