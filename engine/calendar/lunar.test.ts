import { expect, test } from 'vitest';
import { canChi, lunarToSolar, solarToLunar } from './lunar.ts';

const tet = (year: number) => lunarToSolar({ year, month: 1, day: 1, leap: false });
const hungKings = (year: number) => lunarToSolar({ year, month: 3, day: 10, leap: false });
const lastMonthHas30 = (year: number) =>
  lunarToSolar({ year: year - 1, month: 12, day: 30, leap: false }) !== undefined;

test.each([
  [2025, '2025-01-29', '2025-04-07', 29],
  [2026, '2026-02-17', '2026-04-26', 29],
  [2027, '2027-02-06', '2027-04-16', 29],
  [2028, '2028-01-26', '2028-04-04', 29],
  [2029, '2029-02-13', '2029-04-23', 29],
  [2030, '2030-02-02', '2030-04-12', 29],
  [2031, '2031-01-23', '2031-04-01', 29],
  [2032, '2032-02-11', '2032-04-19', 29],
  [2033, '2033-01-31', '2033-04-09', 30],
  [2034, '2034-02-19', '2034-04-28', 30],
])('%i: Tết, Giỗ Tổ and the length of tháng Chạp', (year, newYear, ancestors, days) => {
  expect(tet(year)).toBe(newYear);
  expect(hungKings(year)).toBe(ancestors);
  expect(lastMonthHas30(year) ? 30 : 29).toBe(days);
});

test.each([
  [1968, '1968-01-29'],
  [1969, '1969-02-16'],
  [1985, '1985-01-21'],
  [2007, '2007-02-17'],
  [2030, '2030-02-02'],
  [2053, '2053-02-18'],
])('%i: Tết where a Chinese calendar differs', (year, date) => {
  expect(tet(year)).toBe(date);
});

test('known days: 25/01/2025 is 26/12 Giáp Thìn, 17/02/2026 is 1/1 Bính Ngọ', () => {
  expect(solarToLunar('2025-01-25')).toEqual({ year: 2024, month: 12, day: 26, leap: false });
  expect(canChi(2024)).toBe('Giáp Thìn');
  expect(solarToLunar('2026-02-17')).toEqual({ year: 2026, month: 1, day: 1, leap: false });
  expect(canChi(2026)).toBe('Bính Ngọ');
});

test.each([
  [2004, 2],
  [2006, 7],
  [2012, 4],
  [2014, 9],
  [2017, 6],
  [2020, 4],
  [2023, 2],
  [2025, 6],
  [2028, 5],
  [2031, 3],
  [2033, 11],
])('%i has a leap month %i', (year, month) => {
  expect(lunarToSolar({ year, month, day: 1, leap: true })).toBeDefined();
  for (let other = 1; other <= 12; other++)
    if (other !== month) expect(lunarToSolar({ year, month: other, day: 1, leap: true })).toBeUndefined();
});

test('every day of 1970–2060 goes to the lunar calendar and back', () => {
  for (let ms = Date.UTC(1970, 0, 1); ms < Date.UTC(2060, 0, 1); ms += 86_400_000) {
    const date = new Date(ms).toISOString().slice(0, 10);
    expect(lunarToSolar(solarToLunar(date))).toBe(date);
  }
});
