/** Fitting, stepping, sharpness. */
import { describe, expect, test } from 'vitest';
import { density, nextScale, ON_PAPER, scaleOf } from './scale.ts';

const a4 = { width: 595, height: 842 };

describe('scale', () => {
  test('the whole width, the whole page, or what was chosen', () => {
    expect(scaleOf('width', a4, { width: 1190, height: 842 })).toBe(2);
    expect(scaleOf('page', a4, { width: 1190, height: 842 })).toBe(1);
    expect(scaleOf(1.5, a4, { width: 10, height: 10 })).toBe(1.5);
  });

  test('steps end on both sides and never repeat the present scale', () => {
    expect(nextScale(ON_PAPER, 1)).toBeCloseTo(1.1 * ON_PAPER);
    expect(nextScale(ON_PAPER * 0.999, 1)).toBeCloseTo(1.1 * ON_PAPER);
    expect(nextScale(4 * ON_PAPER, 1)).toBeUndefined();
    expect(nextScale(0.25 * ON_PAPER, -1)).toBeUndefined();
  });

  test('sharp on dense screens, within what a phone can hold', () => {
    expect(density({ width: 360, height: 509 }, 3)).toBe(3);
    expect(density({ width: 4000, height: 5000 }, 3)).toBeCloseTo(Math.sqrt(2 ** 24 / 2e7));
  });
});
