/** Decimal arithmetic: exact, 34 digits, scale kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { javaDouble } from './java-double.ts';
import {
  add,
  compareNumbers,
  divide,
  multiply,
  negate,
  numberText,
  parseNumber,
  subtract,
  truncated,
} from './number.ts';

const number = (text: string) => {
  const parsed = parseNumber(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};

describe('numbers', () => {
  it.each([
    ['1', '3', '0.3333333333333333333333333333333333'],
    ['2', '3', '0.6666666666666666666666666666666667'],
    ['1.00', '2', '0.50'],
    ['10', '4', '2.5'],
    ['0', '1.5', '0E+1'],
    ['-7', '2', '-3.5'],
  ])('%s / %s', (a, b, quotient) => {
    expect(numberText(divide(number(a), number(b)))).toBe(quotient);
  });

  it('agrees with bigint arithmetic on whole numbers', () => {
    const bound = 10n ** 16n;
    const whole = fc.bigInt({ min: -bound, max: bound });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [x, y] = [number(String(a)), number(String(b))];
        expect(truncated(add(x, y))).toBe(a + b);
        expect(truncated(subtract(x, y))).toBe(a - b);
        expect(truncated(multiply(x, y))).toBe(a * b);
        expect(truncated(negate(x))).toBe(-a);
        expect(Math.sign(compareNumbers(x, y))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('reads its own texts back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = javaDouble(value);
        expect(Number(text)).toBe(value);
        const parsed = number(text.replace('-0.0', '0.0'));
        expect(compareNumbers(number(numberText(parsed)), parsed)).toBe(0);
      }),
    );
  });
});
