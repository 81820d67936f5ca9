/** Dates of administrative papers. */
import { expect, test } from 'vitest';
import { formatDate, formatDateTime, formatShortDate } from './dates.ts';

test('an instant is written in Vietnamese time', () => {
  expect(formatDateTime('2026-11-21T18:05:00Z')).toBe('1 giờ 05 phút, ngày 22 tháng 11 năm 2026');
  expect(formatDate(new Date('2026-11-21T16:59:59Z'))).toBe('ngày 21 tháng 11 năm 2026');
});

test('days below ten and the first two months carry a zero, as NĐ 30/2020 asks', () => {
  expect(formatDate('2026-02-03')).toBe('ngày 03 tháng 02 năm 2026');
  expect(formatDate('2026-03-03')).toBe('ngày 03 tháng 3 năm 2026');
  expect(formatShortDate('2026-03-03')).toBe('03/03/2026');
});

test('what is no date is refused', () => {
  expect(() => formatDate('hôm qua')).toThrow(RangeError);
});
