/** FEEL numbers: JS numbers while whole and safe, otherwise exact decimals of 34 digits (decimal128, half-even). */
import { javaDouble } from './java-double.ts';

/** `unscaled × 10^-scale`; the scale is kept because `string(1.50)` shows it. */
export interface Decimal {
  readonly kind: 'decimal';
  readonly unscaled: bigint;
  readonly scale: number;
}
/** A JS number is always a safe integer; everything else is a Decimal. */
export type FeelNumber = number | Decimal;

/** A computation that Java would abort with an exception; the whole evaluation fails. */
export class ArithmeticFailure extends Error {}

const PRECISION = 34;
const MAX_SCALE = 20_000;
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

const powers: bigint[] = [1n];
function pow10(n: number): bigint {
  for (let i = powers.length; i <= Math.min(n, 400); i++) powers.push((powers[i - 1] as bigint) * 10n);
  return n <= 400 ? (powers[n] as bigint) : 10n ** BigInt(n);
}
const abs = (n: bigint): bigint => (n < 0n ? -n : n);
const digitCount = (n: bigint): number => abs(n).toString().length;

/** Number from an unscaled value and a scale, in its smallest representation. */
function decimal(unscaled: bigint, scale: number): FeelNumber {
  if (Math.abs(scale) > MAX_SCALE) throw new ArithmeticFailure('java.lang.ArithmeticException: Overflow');
  if (scale === 0 && unscaled <= SAFE && unscaled >= -SAFE) return Number(unscaled);
  return { kind: 'decimal', unscaled, scale };
}

export const isNumber = (value: unknown): value is FeelNumber =>
  typeof value === 'number' ||
  (typeof value === 'object' && value !== null && (value as Decimal).kind === 'decimal');

const big = (n: FeelNumber): Decimal =>
  typeof n === 'number' ? { kind: 'decimal', unscaled: BigInt(n), scale: 0 } : n;

export type Rounding =
  | 'UP'
  | 'DOWN'
  | 'CEILING'
  | 'FLOOR'
  | 'HALF_UP'
  | 'HALF_DOWN'
  | 'HALF_EVEN'
  | 'UNNECESSARY';

function divideRounded(value: bigint, divisor: bigint, mode: Rounding): bigint {
  const quotient = value / divisor;
  const rest = value % divisor;
  if (rest === 0n) return quotient;
  if (mode === 'UNNECESSARY') throw new ArithmeticFailure('Rounding necessary');
  const negative = value < 0n !== divisor < 0n;
  const twice = abs(rest) * 2n;
  const half = twice === abs(divisor) ? 0 : twice > abs(divisor) ? 1 : -1;
  const away =
    mode === 'UP' ||
    (mode === 'CEILING' && !negative) ||
    (mode === 'FLOOR' && negative) ||
    (mode === 'HALF_UP' && half >= 0) ||
    (mode === 'HALF_DOWN' && half > 0) ||
    (mode === 'HALF_EVEN' && (half > 0 || (half === 0 && quotient % 2n !== 0n)));
  return away ? quotient + (negative ? -1n : 1n) : quotient;
}

function toPrecision(unscaled: bigint, scale: number, precision = PRECISION): FeelNumber {
  let value = unscaled;
  let at = scale;
  for (let excess = digitCount(value) - precision; excess > 0; excess = digitCount(value) - precision) {
    value = divideRounded(value, pow10(excess), 'HALF_EVEN');
    at -= excess;
  }
  return decimal(value, at);
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.unscaled * pow10(scale - a.scale), b.unscaled * pow10(scale - b.scale), scale];
}

export function add(a: FeelNumber, b: FeelNumber): FeelNumber {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const [x, y, scale] = aligned(big(a), big(b));
  return toPrecision(x + y, scale);
}

export function negate(a: FeelNumber): FeelNumber {
  if (typeof a === 'number') return a === 0 ? 0 : -a;
  return toPrecision(-a.unscaled, a.scale);
}

export const subtract = (a: FeelNumber, b: FeelNumber): FeelNumber => {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  const [x, y, scale] = aligned(big(a), big(b));
  return toPrecision(x - y, scale);
};

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product;
  }
  const x = big(a);
  const y = big(b);
  return toPrecision(x.unscaled * y.unscaled, x.scale + y.scale);
}

/** Quotient to 34 digits; an exact one keeps only as many trailing zeros as the operands' scales ask for. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0 && a % b === 0)
    return a / b === 0 ? 0 : a / b;
  const x = big(a);
  const y = big(b);
  if (y.unscaled === 0n) {
    const reason = x.unscaled === 0n ? 'undefined' : 'by zero';
    throw new ArithmeticFailure(`java.lang.ArithmeticException: Division ${reason}`);
  }
  const preferred = x.scale - y.scale;
  if (x.unscaled === 0n) return decimal(0n, preferred);
  const shift = Math.max(0, PRECISION + 2 + digitCount(y.unscaled) - digitCount(x.unscaled));
  const scaled = x.unscaled * pow10(shift);
  const quotient = scaled / y.unscaled;
  const exact = scaled % y.unscaled === 0n;
  const sticky = exact ? 0n : x.unscaled < 0n !== y.unscaled < 0n ? -1n : 1n;
  const rounded = big(toPrecision(quotient * 10n + sticky, preferred + shift + 1));
  return exact ? stripZeros(rounded, preferred) : decimal(rounded.unscaled, rounded.scale);
}

function stripZeros(n: Decimal, preferred: number): FeelNumber {
  let { unscaled, scale } = n;
  while (scale > preferred && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale -= 1;
  }
  return decimal(unscaled, scale);
}

/** The same number without trailing zeros behind the point. */
export const stripped = (n: FeelNumber): FeelNumber => (typeof n === 'number' ? n : stripZeros(n, 0));

/** Remainder with the sign of the dividend. */
export function remainder(a: FeelNumber, b: FeelNumber): FeelNumber {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0) return a % b === 0 ? 0 : a % b;
  const [x, y, scale] = aligned(big(a), big(b));
  if (y === 0n) throw new ArithmeticFailure('java.lang.ArithmeticException: Division by zero');
  return toPrecision(x % y, scale);
}

/** Whole power by repeated squaring with guard digits, as ANSI X3.274 has it. */
export function power(base: FeelNumber, exponent: number): FeelNumber {
  if (Math.abs(exponent) > 999_999_999)
    throw new ArithmeticFailure('java.lang.ArithmeticException: Invalid operation');
  if (exponent === 0) return 1;
  const working = PRECISION + String(Math.abs(exponent)).length + 1;
  let result: Decimal = { kind: 'decimal', unscaled: 1n, scale: 0 };
  const factor = big(base);
  for (const bit of Math.abs(exponent).toString(2)) {
    result = big(toPrecision(result.unscaled * result.unscaled, result.scale * 2, working));
    if (bit === '1') {
      result = big(toPrecision(result.unscaled * factor.unscaled, result.scale + factor.scale, working));
    }
  }
  return exponent > 0 ? toPrecision(result.unscaled, result.scale) : divide(1, result);
}

/** Rounds to `scale` decimal places (negative: tens, hundreds …). */
export function setScale(n: FeelNumber, scale: number, mode: Rounding): FeelNumber {
  const x = big(n);
  if (Math.abs(scale) > MAX_SCALE) throw new ArithmeticFailure('Underflow');
  if (scale >= x.scale) return decimal(x.unscaled * pow10(scale - x.scale), scale);
  return decimal(divideRounded(x.unscaled, pow10(x.scale - scale), mode), scale);
}

export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  const [x, y] = aligned(big(a), big(b));
  return x < y ? -1 : x > y ? 1 : 0;
}

export const isZero = (n: FeelNumber): boolean => (typeof n === 'number' ? n === 0 : n.unscaled === 0n);
export const isNegative = (n: FeelNumber): boolean => (typeof n === 'number' ? n < 0 : n.unscaled < 0n);

/** Integral part as a bigint, cut towards zero. */
export function truncated(n: FeelNumber): bigint {
  if (typeof n === 'number') return BigInt(n);
  return n.scale <= 0 ? n.unscaled * pow10(-n.scale) : n.unscaled / pow10(n.scale);
}

export const isWhole = (n: FeelNumber): boolean =>
  typeof n === 'number' || n.scale <= 0 || n.unscaled % pow10(n.scale) === 0n;

/** Low 32 bits of the integral part, as Java's `intValue`. */
export const intValue = (n: FeelNumber): number =>
  typeof n === 'number' && n === (n | 0) ? n : Number(BigInt.asIntN(32, truncated(n)));

export const toDouble = (n: FeelNumber): number =>
  typeof n === 'number' ? n : Number(`${n.unscaled}e${-n.scale}`);

const NUMBER_TEXT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,6})?$/;

/** Exact number from decimal text (`-12.50`, `1.0E20`); undefined when the text is no number. */
export function parseNumber(text: string): FeelNumber | undefined {
  if (!NUMBER_TEXT.test(text)) return undefined;
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const point = mantissa.indexOf('.');
  const fraction = point < 0 ? '' : mantissa.slice(point + 1);
  const digits = (point < 0 ? mantissa : mantissa.slice(0, point) + fraction).replace('+', '');
  const scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > MAX_SCALE) return undefined;
  return decimal(BigInt(digits), scale);
}

/** Number of a double, with the digits of Java's text form. */
export function fromDouble(value: number): FeelNumber {
  const parsed = parseNumber(javaDouble(value));
  if (parsed === undefined) {
    const first = javaDouble(Math.abs(value))[0];
    throw new ArithmeticFailure(
      `java.lang.NumberFormatException: Character ${first} is neither a decimal digit number, decimal point, nor "e" notation exponential mark.`,
    );
  }
  return parsed;
}

/** Text as FEEL shows it: scale kept, exponent notation for very small or negative-scale values. */
export function numberText(n: FeelNumber): string {
  if (typeof n === 'number') return String(n);
  const sign = n.unscaled < 0n ? '-' : '';
  const digits = abs(n.unscaled).toString();
  const adjusted = digits.length - 1 - n.scale;
  if (n.scale >= 0 && adjusted >= -6) {
    if (n.scale === 0) return sign + digits;
    const padded = digits.padStart(n.scale + 1, '0');
    return `${sign}${padded.slice(0, -n.scale)}.${padded.slice(-n.scale)}`;
  }
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return adjusted === 0 ? sign + mantissa : `${sign}${mantissa}E${adjusted > 0 ? '+' : ''}${adjusted}`;
}

/** JSON text: whole values as 64-bit integers (wrapping), others as Java doubles. */
export function numberJson(n: FeelNumber): string {
  if (typeof n === 'number') return String(n);
  if (isWhole(n)) return BigInt.asIntN(64, truncated(n)).toString();
  return javaDouble(toDouble(n));
}
