/** Java's text form of a double, which is what Zeebe prints for every number with a fraction. */

/**
 * Text of `value` as Java's `Double.toString` writes it: `100.0`, `1.0E20`, `1.23456789E7`, `1.0E-5`.
 * Plain notation from 10^-3 up to (not including) 10^7, otherwise computerised scientific notation.
 */
export function javaDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const sign = value < 0 ? '-' : '';
  const shortest = Math.abs(value).toExponential();
  const text = shortest.includes('.') ? shortest : Math.abs(value).toExponential(1);
  const [mantissa = '0', exponentText = '0'] = text.split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace(/\.0$/, '').replace('.', '');
  if (exponent < -3 || exponent >= 7) {
    return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}
