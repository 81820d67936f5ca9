/** Built-in functions on numbers (and `abs` on durations). */
import {
  ArithmeticFailure,
  add,
  compareNumbers,
  type FeelNumber,
  fromDouble,
  intValue,
  isNegative,
  isNumber,
  isZero,
  negate,
  type Rounding,
  remainder,
  setScale,
  toDouble,
} from '../number.ts';
import { duration, period, totalMonths } from '../temporal/values.ts';
import { type FeelFunction, failure, isTemporal, type Value } from '../values.ts';
import { type BuiltinTable, builtin } from './builtin.ts';

const MODES: readonly Rounding[] = [
  'UP',
  'DOWN',
  'CEILING',
  'FLOOR',
  'HALF_UP',
  'HALF_DOWN',
  'HALF_EVEN',
  'UNNECESSARY',
];

function round(n: FeelNumber, scale: FeelNumber, mode: Rounding): Value {
  try {
    return setScale(n, intValue(scale), mode);
  } catch (error) {
    if (!(error instanceof ArithmeticFailure)) throw error;
    return failure(`Failed to apply rounding mode '${mode}': ${error.message}`);
  }
}

const rounding = (mode: Rounding, scaleName = 'scale'): FeelFunction =>
  builtin(['n', scaleName], (n = null, scale = null) =>
    isNumber(n) && isNumber(scale) ? round(n, scale, mode) : undefined,
  );

const whole = (mode: Rounding): FeelFunction =>
  builtin(['n'], (n = null) => (isNumber(n) ? round(n, 0, mode) : undefined));

const double = (compute: (x: number) => number): FeelFunction =>
  builtin(['number'], (n = null) => (isNumber(n) ? fromDouble(compute(toDouble(n))) : undefined));

const parity = (rest: number): FeelFunction =>
  builtin(['number'], (n = null) =>
    isNumber(n) ? compareNumbers(remainder(isNegative(n) ? negate(n) : n, 2), rest) === 0 : undefined,
  );

const absolute = (parameter: string): FeelFunction =>
  builtin([parameter], (n = null) => {
    if (isNumber(n)) return isNegative(n) ? negate(n) : n;
    if (!isTemporal(n)) return undefined;
    if (n.kind === 'period') return n.years < 0 || n.months < 0 ? period(-totalMonths(n)) : n;
    return n.kind === 'duration' ? duration(n.nanos < 0n ? -n.nanos : n.nanos) : undefined;
  });

const decimalWithMode = builtin(['n', 'scale', 'mode'], (n = null, scale = null, mode = null) => {
  if (!isNumber(n) || !isNumber(scale) || typeof mode !== 'string') return undefined;
  const known = MODES.find((name) => name === mode.toUpperCase());
  return known
    ? round(n, scale, known)
    : failure(`Illegal argument '${mode}' for rounding mode. Must be one of: ${MODES.join(', ')}`);
});

export const numericFunctions: BuiltinTable = {
  decimal: [rounding('HALF_EVEN'), decimalWithMode],
  floor: [whole('FLOOR'), rounding('FLOOR', 'scala')],
  ceiling: [whole('CEILING'), rounding('CEILING')],
  abs: [absolute('number'), absolute('n')],
  modulo: [
    builtin(['dividend', 'divisor'], (dividend = null, divisor = null) =>
      isNumber(dividend) && isNumber(divisor)
        ? remainder(add(remainder(dividend, divisor), divisor), divisor)
        : undefined,
    ),
  ],
  sqrt: [
    builtin(['number'], (n = null) => {
      if (!isNumber(n)) return undefined;
      return isNegative(n) && !isZero(n) ? null : fromDouble(Math.sqrt(toDouble(n)));
    }),
  ],
  log: [double(Math.log)],
  exp: [double(Math.exp)],
  odd: [parity(1)],
  even: [parity(0)],
  'round up': [rounding('UP')],
  'round down': [rounding('DOWN')],
  'round half up': [rounding('HALF_UP')],
  'round half down': [rounding('HALF_DOWN', 'scala')],
  'random number': [builtin([], () => fromDouble(Math.random()))],
};
