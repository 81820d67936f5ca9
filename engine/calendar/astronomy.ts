/**
 * New moons and the sun's longitude, precise to well under a minute for 1900–2100.
 * Method: J. Meeus, Astronomical Algorithms (2nd ed.), chapters 25 and 49; ΔT after Espenak and Meeus.
 * Days are Julian days; `Ut` is civil time at Greenwich, terrestrial time is what the series are made for.
 */
const rad = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * rad);

/** Coefficient in days, power of the eccentricity factor, multiples of M, M′, F, Ω. */
type Term = readonly [coefficient: number, e: 0 | 1 | 2, m: number, mPrime: number, f: number, omega: number];
const newMoonTerms: readonly Term[] = [
  [-0.4072, 0, 0, 1, 0, 0],
  [0.17241, 1, 1, 0, 0, 0],
  [0.01608, 0, 0, 2, 0, 0],
  [0.01039, 0, 0, 0, 2, 0],
  [0.00739, 1, -1, 1, 0, 0],
  [-0.00514, 1, 1, 1, 0, 0],
  [0.00208, 2, 2, 0, 0, 0],
  [-0.00111, 0, 0, 1, -2, 0],
  [-0.00057, 0, 0, 1, 2, 0],
  [0.00056, 1, 1, 2, 0, 0],
  [-0.00042, 0, 0, 3, 0, 0],
  [0.00042, 1, 1, 0, 2, 0],
  [0.00038, 1, 1, 0, -2, 0],
  [-0.00024, 1, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 0, 1],
  [-0.00007, 0, 2, 1, 0, 0],
  [0.00004, 0, 0, 2, -2, 0],
  [0.00004, 0, 3, 0, 0, 0],
  [0.00003, 0, 1, 1, -2, 0],
  [0.00003, 0, 0, 2, 2, 0],
  [-0.00003, 0, 1, 1, 2, 0],
  [0.00003, 0, -1, 1, 2, 0],
];
/** Coefficient, phase and rate per lunation of the larger planetary terms. */
const planetaryTerms: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
];

/** Days by which terrestrial time is ahead of civil time. */
function deltaT(year: number): number {
  const t = year - 2000;
  if (year < 1961) return 33 / 86_400;
  if (year < 1986) {
    const s = year - 1975;
    return (45.45 + 1.067 * s - s ** 2 / 260 - s ** 3 / 718) / 86_400;
  }
  if (year < 2005)
    return (
      (63.86 +
        0.3345 * t -
        0.060374 * t ** 2 +
        0.0017275 * t ** 3 +
        0.000651814 * t ** 4 +
        0.00002373599 * t ** 5) /
      86_400
    );
  if (year < 2050) return (62.92 + 0.32217 * t + 0.005589 * t ** 2) / 86_400;
  return (-20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year)) / 86_400;
}

const yearOf = (julianDay: number): number => 2000 + (julianDay - 2_451_545) / 365.25;

/** Julian day (civil time) of new moon number `k`; 0 is that of 6 January 2000. */
export function newMoonUt(k: number): number {
  const t = k / 1236.85;
  const mean =
    2_451_550.09766 + 29.530588861 * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3 + 0.00000000073 * t ** 4;
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const m = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2 - 0.00000011 * t ** 3;
  const mPrime = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3;
  const omega = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2;
  let jde = mean;
  for (const [c, power, cm, cp, cf, co] of newMoonTerms)
    jde += c * e ** power * sin(cm * m + cp * mPrime + cf * f + co * omega);
  for (const [c, phase, rate] of planetaryTerms) jde += c * sin(phase + rate * k);
  return jde - deltaT(yearOf(jde));
}

/** Number of the last new moon whose mean time is not after a Julian day; may be off by one, callers step. */
export function newMoonNumberNear(julianDay: number): number {
  return Math.floor((julianDay - 2_451_550.09766) / 29.530588861);
}

/** Apparent longitude of the sun in degrees [0, 360) at a Julian day in civil time. */
export function sunLongitude(julianDayUt: number): number {
  const t = (julianDayUt + deltaT(yearOf(julianDayUt)) - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const m = 357.52911 + 35_999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t ** 2) * sin(m) +
    (0.019993 - 0.000101 * t) * sin(2 * m) +
    0.000289 * sin(3 * m);
  const apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}
