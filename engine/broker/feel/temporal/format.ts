/** Text forms of temporal values: Java's (in variables) and FEEL's own (in `string()` and warnings). */
import { fromEpochDay, NANOS_PER_SECOND } from './calendar.ts';
import { type DateTime, type Duration, type Period, type Temporal, totalMonths } from './values.ts';
import { offsetText } from './zone.ts';

const two = (n: number): string => String(n).padStart(2, '0');

function dateText(epochDay: number): string {
  const { year, month, day } = fromEpochDay(epochDay);
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : year > 9999 ? '+' : ''}${digits}-${two(month)}-${two(day)}`;
}

function clock(nanos: number): { base: string; second: number; nano: number } {
  const seconds = Math.floor(nanos / NANOS_PER_SECOND);
  return {
    base: `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`,
    second: seconds % 60,
    nano: nanos % NANOS_PER_SECOND,
  };
}

/** Seconds only when not zero, fraction in groups of three digits. */
function javaTime(nanos: number): string {
  const { base, second, nano } = clock(nanos);
  if (second === 0 && nano === 0) return base;
  if (nano === 0) return `${base}:${two(second)}`;
  const digits = String(nano).padStart(9, '0');
  const kept = nano % 1_000_000 === 0 ? 3 : nano % 1000 === 0 ? 6 : 9;
  return `${base}:${two(second)}.${digits.slice(0, kept)}`;
}

/** Seconds always, fraction without trailing zeros. */
function feelTime(nanos: number): string {
  const { base, second, nano } = clock(nanos);
  const fraction = nano === 0 ? '' : `.${String(nano).padStart(9, '0').replace(/0+$/, '')}`;
  return `${base}:${two(second)}${fraction}`;
}

const NANOS = 1_000_000_000n;

/** Java's form: hours, minutes, seconds; no days. */
function javaDuration({ nanos }: Duration): string {
  if (nanos === 0n) return 'PT0S';
  const seconds = nanos / NANOS;
  const rest = nanos % NANOS;
  const hours = seconds / 3600n;
  const minutes = (seconds % 3600n) / 60n;
  const second = seconds % 60n;
  let text = 'PT';
  if (hours !== 0n) text += `${hours}H`;
  if (minutes !== 0n) text += `${minutes}M`;
  if (second === 0n && rest === 0n) return text;
  const sign = nanos < 0n ? '-' : '';
  const absolute = (n: bigint): bigint => (n < 0n ? -n : n);
  const fraction = rest === 0n ? '' : `.${absolute(rest).toString().padStart(9, '0').replace(/0+$/, '')}`;
  return `${text}${sign}${absolute(second)}${fraction}S`;
}

function feelDuration({ nanos }: Duration): string {
  const floor = nanos / NANOS - (nanos % NANOS < 0n ? 1n : 0n);
  const parts: [bigint, string][] = [
    [nanos / (86_400n * NANOS), 'D'],
    [(nanos / (3600n * NANOS)) % 24n, 'H'],
    [(nanos / (60n * NANOS)) % 60n, 'M'],
    [floor % 60n, 'S'],
  ];
  if (parts.every(([n]) => n === 0n)) return 'P0D';
  const negative = parts.every(([n]) => n <= 0n);
  const texts = parts.map(([n, unit]) => (n === 0n ? '' : `${negative ? -n : n}${unit}`));
  const time = texts.slice(1).join('');
  return `${negative ? '-' : ''}P${texts[0]}${time === '' ? '' : `T${time}`}`;
}

function javaPeriod(p: Period): string {
  if (totalMonths(p) === 0) return 'P0D';
  return `P${p.years === 0 ? '' : `${p.years}Y`}${p.months === 0 ? '' : `${p.months}M`}`;
}

function feelPeriod(p: Period): string {
  if (p.years === 0 && p.months === 0) return 'P0Y';
  const negative = p.years <= 0 && p.months <= 0;
  const part = (n: number, unit: string): string => (n === 0 ? '' : `${negative ? -n : n}${unit}`);
  return `${negative ? '-' : ''}P${part(p.years, 'Y')}${part(p.months, 'M')}`;
}

const suffix = (t: { offset: number; zone: string | undefined }): string =>
  t.zone === undefined ? offsetText(t.offset) : `@${t.zone}`;

/** Text in a variable, e.g. `2024-01-02T03:04:05+07:00[Asia/Ho_Chi_Minh]`, `PT24H`, `10:00`. */
export function javaText(t: Temporal): string {
  switch (t.kind) {
    case 'date':
      return dateText(t.epochDay);
    case 'local-time':
      return javaTime(t.nanos);
    case 'time':
      return feelTime(t.nanos) + suffix(t);
    case 'local-date-time':
      return `${dateText(t.epochDay)}T${javaTime(t.nanos)}`;
    case 'date-time':
      return javaDateTime(t);
    case 'period':
      return javaPeriod(t);
    case 'duration':
      return javaDuration(t);
  }
}

function javaDateTime(t: DateTime): string {
  const zone = t.zone === undefined ? '' : `[${t.zone}]`;
  return `${dateText(t.epochDay)}T${javaTime(t.nanos)}${offsetText(t.offset)}${zone}`;
}

/** Text of `string(t)`, e.g. `2024-01-02T03:04:05@Asia/Ho_Chi_Minh`, `P1D`, `10:00:00`. */
export function feelText(t: Temporal): string {
  switch (t.kind) {
    case 'date':
      return dateText(t.epochDay);
    case 'local-time':
      return feelTime(t.nanos);
    case 'time':
      return feelTime(t.nanos) + suffix(t);
    case 'local-date-time':
      return `${dateText(t.epochDay).replace('+', '')}T${feelTime(t.nanos)}`;
    case 'date-time':
      return `${dateText(t.epochDay).replace('+', '')}T${feelTime(t.nanos)}${suffix(t)}`;
    case 'period':
      return feelPeriod(t);
    case 'duration':
      return feelDuration(t);
  }
}
