import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeDue } from './due.ts';
import { localParts, minuteMs } from './local-time.ts';
import { at, testCalendar } from './testing/calendar.ts';
import type { Pause, TimeLimit } from './types.ts';
import { addWorkingTime, intervalsOf, workingTimeBetween } from './working-time.ts';

const calendar = testCalendar();
const byHours = testCalendar('EIGHT_HOURS');
const reason = { vi: 'chờ bổ sung hồ sơ', en: 'waiting for a supplement' };
const due = (received: string, limit: TimeLimit, pauses: Pause[] = [], of = calendar) =>
  computeDue(of, at(received), limit, pauses);
const sameDay: TimeLimit = { qty: 1, unit: 'WORKING_DAY', cutOff: '15:00' };

describe('same-day procedures with the 15:00 rule', () => {
  test.each([
    ['2026-11-20 09:00', '2026-11-20 17:00'],
    ['2026-11-20 14:59', '2026-11-20 17:00'],
    ['2026-11-20 15:00', '2026-11-23 17:00'],
    ['2026-11-20 18:30', '2026-11-23 17:00'],
    ['2026-11-22 10:00', '2026-11-23 17:00'],
    ['2026-11-22 16:00', '2026-11-23 17:00'],
    ['2026-11-23 15:30', '2026-11-25 17:00'],
    ['2026-01-10 10:00', '2026-01-10 17:00'],
  ])('received %s → due %s', (received, expected) => {
    expect(due(received, sameDay).due).toEqual(at(expected));
  });
});

describe('without a cut-off the day of receipt is not counted (BLDS 2015 Đ147)', () => {
  test.each<[string, TimeLimit, string]>([
    ['2026-11-20 09:00', { qty: 1, unit: 'WORKING_DAY' }, '2026-11-23 17:00'],
    ['2026-11-20 09:00', { qty: 3, unit: 'WORKING_DAY' }, '2026-11-26 17:00'],
    ['2026-02-12 09:00', { qty: 2, unit: 'WORKING_DAY' }, '2026-02-23 17:00'],
    ['2026-08-20 09:00', { qty: 2, unit: 'WORKING_DAY' }, '2026-08-22 17:00'],
    ['2026-11-20 09:00', { qty: 2, unit: 'DAY' }, '2026-11-23 17:00'],
    ['2026-11-20 09:00', { qty: 4, unit: 'DAY' }, '2026-11-25 17:00'],
    ['2026-11-20 10:30', { qty: 2, unit: 'HOUR' }, '2026-11-20 14:30'],
    ['2026-11-20 16:00', { qty: 8, unit: 'HOUR' }, '2026-11-23 16:00'],
    ['2026-11-20 12:00', { qty: 1, unit: 'HOUR' }, '2026-11-20 14:30'],
    ['2026-11-20 06:00', { qty: 4.5, unit: 'HOUR' }, '2026-11-20 11:30'],
  ])('%s + %o → %s', (received, limit, expected) => {
    expect(due(received, limit).due).toEqual(at(expected));
  });
});

test('EIGHT_HOURS counts from the hour of receipt', () => {
  expect(due('2026-11-20 10:00', { qty: 1, unit: 'WORKING_DAY' }, [], byHours).due).toEqual(
    at('2026-11-23 10:00'),
  );
  expect(due('2026-11-20 15:30', sameDay, [], byHours).due).toEqual(at('2026-11-23 17:00'));
});

describe('clock stops', () => {
  test('three working hours of waiting move the date by three working hours', () => {
    const pauses = [{ from: at('2026-11-20 10:00'), to: at('2026-11-20 15:00'), reason }];
    expect(due('2026-11-20 09:00', sameDay, pauses)).toMatchObject({
      original: at('2026-11-20 17:00'),
      due: at('2026-11-23 10:00'),
    });
  });
  test('overlapping pauses count once, and what lies before the clock start not at all', () => {
    const pauses = [
      { from: at('2026-11-18 07:00'), to: at('2026-11-20 10:00'), reason },
      { from: at('2026-11-20 09:30'), to: at('2026-11-20 11:00'), reason },
    ];
    expect(due('2026-11-20 09:00', sameDay, pauses).due).toEqual(at('2026-11-23 09:00'));
  });
  test('an open pause moves nothing yet and is told', () => {
    const result = due('2026-11-20 09:00', sameDay, [{ from: at('2026-11-20 10:00'), reason }]);
    expect(result.due).toEqual(result.original);
    expect(result.steps.at(-1)?.rule).toBe('paused');
  });
});

test('the explanation tells every step in order, in both languages', () => {
  const { steps } = due('2026-11-23 15:20', sameDay);
  expect(steps.map((step) => step.rule)).toEqual(['received', 'cutOff', 'count', 'original']);
  expect(steps.map((step) => step.text.vi)).toEqual([
    'Hồ sơ được nhận đủ lúc 15:20 thứ Hai, 23/11/2026.',
    'Nhận từ 15:00 trở đi nên tính từ ngày làm việc tiếp theo: 07:00 thứ Tư, 25/11/2026.',
    '1 ngày làm việc, ngày nhận tính là ngày thứ nhất; hết hạn vào cuối giờ làm việc.',
    'Hạn trả: 17:00 thứ Tư, 25/11/2026.',
  ]);
  expect(steps[1]?.text.en).toBe(
    'Received at or after 15:00, so counted from the next working day: 07:00 Wed 25/11/2026.',
  );
});

test('holidays on the way and a year that is not announced are told', () => {
  expect(due('2026-11-23 09:00', { qty: 2, unit: 'WORKING_DAY' }).steps.map((s) => s.rule)).toContain(
    'dayOff',
  );
  expect(due('2028-03-01 09:00', sameDay).steps.map((s) => s.rule)).toContain('yearUnknown');
});

test.each([
  { qty: 0, unit: 'HOUR' },
  { qty: -1, unit: 'DAY' },
  { qty: 1, unit: 'HOUR', cutOff: '25:00' },
] as TimeLimit[])('%o is refused', (limit) => {
  expect(() => due('2026-11-20 09:00', limit)).toThrow(RangeError);
});

describe('for any receipt, limit and pauses', () => {
  const first = at('2026-01-01 00:00').getTime();
  const instant = fc
    .integer({ min: 0, max: 700 * 24 * 60 })
    .map((minutes) => new Date(first + minutes * minuteMs));
  const limit = fc.record(
    {
      qty: fc.integer({ min: 1, max: 30 }),
      unit: fc.constantFrom('HOUR' as const, 'WORKING_DAY' as const, 'DAY' as const),
      cutOff: fc.constantFrom('15:00', '11:00'),
    },
    { requiredKeys: ['qty', 'unit'] },
  );
  const pauses = (received: Date) =>
    fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 6_000 }))
        .map(([after, length]): Pause => {
          const from = new Date(received.getTime() + after * minuteMs);
          return { from, to: new Date(from.getTime() + length * minuteMs), reason };
        }),
      { maxLength: 4 },
    );
  const calendars = fc.constantFrom(calendar, byHours);
  const works = (of: typeof calendar, date: Date) => {
    const { day, ms } = localParts(date);
    return intervalsOf(of, day).some(({ from, to }) => ms >= from * minuteMs && ms <= to * minuteMs);
  };

  test('the due date lies in working time, after the receipt', () => {
    fc.assert(
      fc.property(calendars, instant, limit, (of, received, within) => {
        const result = computeDue(of, received, within, []);
        expect(works(of, result.due)).toBe(true);
        expect(result.due.getTime()).toBeGreaterThan(received.getTime());
        expect(result.clockStart.getTime()).toBeGreaterThanOrEqual(received.getTime());
      }),
    );
  });
  test('a later receipt is never due earlier', () => {
    fc.assert(
      fc.property(
        calendars,
        instant,
        fc.integer({ min: 1, max: 20_000 }),
        limit,
        (of, received, later, within) => {
          const after = new Date(received.getTime() + later * minuteMs);
          expect(computeDue(of, after, within, []).due.getTime()).toBeGreaterThanOrEqual(
            computeDue(of, received, within, []).due.getTime(),
          );
        },
      ),
    );
  });
  test('a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(calendars, instant, limit, (of, received, within) => {
        const longer = { ...within, qty: within.qty + 1 };
        expect(computeDue(of, received, longer, []).due.getTime()).toBeGreaterThanOrEqual(
          computeDue(of, received, within, []).due.getTime(),
        );
      }),
    );
  });
  test('pauses shift by exactly the working time in which the clock stood', () => {
    fc.assert(
      fc.property(
        calendars,
        instant.chain((received) => fc.tuple(fc.constant(received), pauses(received))),
        limit,
        (of, [received, stops], within) => {
          const result = computeDue(of, received, within, stops);
          const stood = new Set<number>();
          for (const stop of stops)
            for (let t = stop.from.getTime(); t < (stop.to?.getTime() ?? 0); t += minuteMs)
              if (t >= result.clockStart.getTime()) stood.add(t);
          let working = 0;
          for (const t of stood) working += workingTimeBetween(of, new Date(t), new Date(t + minuteMs));
          expect(workingTimeBetween(of, result.original, result.due)).toBe(working);
          expect(result.due).toEqual(addWorkingTime(of, result.original, working));
          expect(works(of, result.due)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
  test('the last step of reasoning tells the due date', () => {
    fc.assert(
      fc.property(calendars, instant, limit, (of, received, within) => {
        const { steps, due: date } = computeDue(of, received, within, []);
        const told = steps.findLast((step) => step.rule === 'original');
        expect(told?.at).toEqual(date);
      }),
    );
  });
});
