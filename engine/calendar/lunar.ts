/**
 * The Vietnamese lunar calendar at UTC+7 (QĐ 121/CP 1967). A month begins on the local day of a new moon; the month
 * with the winter solstice is the eleventh; of thirteen months between two eleventh ones the first without a principal
 * term (sun at a multiple of 30°) is the leap month. A Chinese calendar (UTC+8) gives other dates in some years.
 */
import { newMoonNumberNear, newMoonUt, sunLongitude } from './astronomy.ts';
import { dayNumber, fromDayNumber } from './local-time.ts';
import type { LocalDate } from './types.ts';

export interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

/** Julian day of 1970-01-01T00:00Z. */
const epoch = 2_440_587.5;
const zone = 7 / 24;

/** Local day number on which new moon `k` falls. */
const monthStart = (k: number): number => Math.floor(newMoonUt(k) - epoch + zone);
/** Sun's longitude at local midnight, when the day begins. */
const longitudeAt = (day: number): number => sunLongitude(day + epoch - zone);
/** Which twelfth of the year the sun is in when the local day begins. */
const sector = (day: number): number => Math.floor(longitudeAt(day) / 30);

/** Number of the new moon that opened the month of a day. */
function lunationOf(day: number): number {
  let k = newMoonNumberNear(day + epoch) + 1;
  while (monthStart(k) > day) k--;
  return k;
}

/** Lunation of the eleventh month of a lunar year: the month that holds the December solstice of that year. */
function eleventhMonth(year: number): number {
  let day = dayNumber(`${year}-12-19`);
  while (longitudeAt(day + 1) < 270) day++;
  return lunationOf(day);
}

interface Month {
  readonly year: number;
  readonly month: number;
  readonly leap: boolean;
  readonly start: number;
  readonly length: number;
}

const years = new Map<number, readonly Month[]>();

/** The months from the eleventh of `year - 1` up to, not including, the eleventh of `year`. */
function monthsBefore(year: number): readonly Month[] {
  const known = years.get(year);
  if (known) return known;
  const first = eleventhMonth(year - 1);
  const count = eleventhMonth(year) - first;
  const starts = Array.from({ length: count + 1 }, (_, i) => monthStart(first + i));
  const leapAt =
    count === 13
      ? starts.findIndex((start, i) => i > 0 && i < count && sector(start) === sector(starts[i + 1] ?? start))
      : -1;
  const months = starts.slice(0, count).map((start, i): Month => {
    const ordinal = leapAt > 0 && i >= leapAt ? i - 1 : i;
    const month = ((ordinal + 10) % 12) + 1;
    return {
      year: ordinal < 2 ? year - 1 : year,
      month,
      leap: i === leapAt,
      start,
      length: (starts[i + 1] ?? start) - start,
    };
  });
  years.set(year, months);
  return months;
}

const monthsAround = (year: number): readonly Month[] => [...monthsBefore(year), ...monthsBefore(year + 1)];

/** Lunar date of a date in Vietnamese time. */
export function solarToLunar(date: LocalDate): LunarDate {
  const day = dayNumber(date);
  const found = monthsAround(Number(date.slice(0, 4))).find(
    ({ start, length }) => day >= start && day < start + length,
  );
  if (!found) throw new RangeError(`no lunar month holds ${date}`);
  return { year: found.year, month: found.month, day: day - found.start + 1, leap: found.leap };
}

/** Date of a lunar date, or undefined when that year has no such day (30 Tết, a leap month). */
export function lunarToSolar(lunar: LunarDate): LocalDate | undefined {
  const found = monthsAround(lunar.year).find(
    (month) => month.year === lunar.year && month.month === lunar.month && month.leap === lunar.leap,
  );
  if (!found || lunar.day < 1 || lunar.day > found.length) return undefined;
  return fromDayNumber(found.start + lunar.day - 1);
}

const can = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'];
const chi = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'];

/** Name of a lunar year in the sexagenary cycle, e.g. 2026 → `Bính Ngọ`. */
export function canChi(year: number): string {
  const index = (((year - 4) % 60) + 60) % 60;
  return `${can[index % 10]} ${chi[index % 12]}`;
}
