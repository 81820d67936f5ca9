import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCalendar } from './load.ts';
import { hourMs, minuteMs } from './local-time.ts';
import { remaining } from './remaining.ts';
import { at, testCalendar } from './testing/calendar.ts';
import {
  addWorkingDays,
  addWorkingTime,
  isWorkingDay,
  nextWorkingInstant,
  workingMinutesBetween,
  workingTimeBetween,
} from './working-time.ts';

const calendar = testCalendar();
const first = at('2026-01-01 00:00').getTime();
const instant = fc
  .integer({ min: 0, max: 700 * 24 * 60 })
  .map((minutes) => new Date(first + minutes * minuteMs));

test.each([
  ['2026-11-23', true],
  ['2026-11-24', false],
  ['2026-11-22', false],
  ['2026-04-27', false],
  ['2026-08-22', true],
  ['2026-08-31', false],
])('%s works: %s', (date, works) => {
  expect(isWorkingDay(calendar, date)).toBe(works);
});

test('working days are added over holidays and swaps', () => {
  expect(addWorkingDays(calendar, '2026-11-23', 1)).toBe('2026-11-25');
  expect(addWorkingDays(calendar, '2026-08-21', 1)).toBe('2026-08-22');
  expect(addWorkingDays(calendar, '2026-02-14', 0)).toBe('2026-02-23');
});

test('the next working instant leaves working time alone and skips the rest', () => {
  expect(nextWorkingInstant(calendar, at('2026-11-23 08:00'))).toEqual(at('2026-11-23 08:00'));
  expect(nextWorkingInstant(calendar, at('2026-11-23 11:30'))).toEqual(at('2026-11-23 13:30'));
  expect(nextWorkingInstant(calendar, at('2026-11-23 17:00'))).toEqual(at('2026-11-25 07:00'));
});

describe('for any instants', () => {
  test('time added is time measured', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 200 * 60 }), (from, minutes) => {
        expect(workingTimeBetween(calendar, from, addWorkingTime(calendar, from, minutes * minuteMs))).toBe(
          minutes * minuteMs,
        );
      }),
    );
  });
  test('it adds up over a point between, and turns its sign with the direction', () => {
    fc.assert(
      fc.property(instant, instant, instant, (a, b, c) => {
        const between = (x: Date, y: Date) => workingMinutesBetween(calendar, x, y);
        expect(between(a, b) + between(b, c)).toBeCloseTo(between(a, c), 6);
        expect(between(a, b) + between(b, a)).toBe(0);
      }),
    );
  });
});

describe('remaining time in words', () => {
  test.each([
    ['2026-11-20 14:00', '2026-11-25 17:00', false, 'còn 2 ngày 3 giờ', '2 days 3 hours left'],
    ['2026-11-23 08:00', '2026-11-23 11:20', false, 'còn 3 giờ 20 phút', '3 hours 20 minutes left'],
    ['2026-11-23 08:00', '2026-11-25 08:00', false, 'còn 1 ngày', '1 day left'],
    ['2026-11-23 17:30', '2026-11-23 17:00', true, 'vừa quá hạn', 'just overdue'],
    ['2026-11-25 09:00', '2026-11-23 17:00', true, 'trễ 2 giờ', '2 hours late'],
    ['2026-11-24 09:00', '2026-11-25 07:00', false, 'đến hạn', 'due now'],
  ])('%s until %s', (now, due, late, vi, en) => {
    const left = remaining(calendar, at(now), at(due));
    expect(left).toMatchObject({ late, text: { vi, en } });
    expect(Math.sign(left.workingMinutes)).toBeLessThanOrEqual(late ? 0 : 1);
  });
  test('working minutes are negative when late', () => {
    expect(remaining(calendar, at('2026-11-25 09:00'), at('2026-11-23 17:00')).workingMinutes).toBe(
      (-2 * hourMs) / minuteMs,
    );
  });
});

describe('loading refuses', () => {
  const good = {
    id: 'x',
    weekly: { 1: [{ from: '07:00', to: '11:30' }] },
    workingDayPolicy: 'EIGHT_HOURS',
    specialDays: [],
  };
  const special = { date: '2026-01-01', kind: 'HOLIDAY', name: { vi: 'a', en: 'a' }, source: 's' };
  test.each([
    [
      'overlapping intervals',
      {
        ...good,
        weekly: {
          1: [
            { from: '07:00', to: '11:30' },
            { from: '11:00', to: '12:00' },
          ],
        },
      },
    ],
    ['an interval that ends first', { ...good, weekly: { 1: [{ from: '12:00', to: '11:30' }] } }],
    ['an unknown kind of day', { ...good, specialDays: [{ ...special, kind: 'PARTY' }] }],
    ['a day given twice', { ...good, specialDays: [special, special] }],
    ['a day without a source', { ...good, specialDays: [{ ...special, source: '' }] }],
    ['a date that is none', { ...good, specialDays: [{ ...special, date: '2026-02-30' }] }],
    ['an eighth weekday', { ...good, weekly: { 8: good.weekly[1] } }],
    ['a calendar in which nobody works', { ...good, weekly: { 1: [] } }],
  ])('%s', (_, json) => {
    expect(() => loadCalendar(json)).toThrow();
  });
  test('nothing of a good one', () => {
    expect(loadCalendar(good).weekly[1]).toEqual([{ from: 420, to: 690 }]);
  });
});
