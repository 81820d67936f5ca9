/** Reads a working calendar from JSON and refuses what would make a wrong due date. */
import { z } from 'zod';
import { dayNumber } from './local-time.ts';
import type { WorkInterval, WorkingCalendar } from './types.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected HH:mm');
const localDate = z.iso.date();
const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

const interval = z
  .object({ from: time, to: time })
  .transform(({ from, to }): WorkInterval => ({ from: minutes(from), to: minutes(to) }))
  .refine(({ from, to }) => from < to, 'an interval must end after it begins');

const hours = z
  .array(interval)
  .refine(
    (list) => list.every((next, i) => i === 0 || (list[i - 1]?.to ?? 0) <= next.from),
    'intervals of a day must be in order and not overlap',
  );

const specialDay = z.object({
  date: localDate,
  kind: z.enum(['HOLIDAY', 'COMPENSATORY', 'SWAP_OFF', 'SWAP_WORKING']),
  name: z.object({ vi: z.string().min(1), en: z.string().min(1) }),
  source: z.string().min(1).describe('the document that announced the day'),
});

const calendar = z
  .object({
    id: z.string().min(1),
    weekly: z.record(
      z.enum(['1', '2', '3', '4', '5', '6', '7']).describe('1 = Monday … 7 = Sunday'),
      hours.optional(),
    ),
    specialDays: z.array(specialDay),
    workingDayPolicy: z.enum(['END_OF_NTH_DAY', 'EIGHT_HOURS']),
  })
  .superRefine((value, context) => {
    if (!Object.values(value.weekly).some((list) => list && list.length > 0))
      context.addIssue({ code: 'custom', path: ['weekly'], message: 'no working hours at all' });
    const seen = new Set<string>();
    for (const [i, day] of value.specialDays.entries()) {
      if (seen.has(day.date))
        context.addIssue({ code: 'custom', path: ['specialDays', i], message: `${day.date} is given twice` });
      seen.add(day.date);
    }
  });

/**
 * A calendar from its JSON (times as `HH:mm`). Throws ZodError naming the place when intervals overlap, a kind is
 * unknown, a day is given twice or nobody ever works.
 */
export function loadCalendar(json: unknown): WorkingCalendar {
  const { id, weekly, specialDays, workingDayPolicy } = calendar.parse(json);
  return {
    id,
    weekly: Object.fromEntries(Object.entries(weekly).map(([day, list]) => [Number(day), list ?? []])),
    specialDays: specialDays.toSorted((a, b) => dayNumber(a.date) - dayNumber(b.date)),
    workingDayPolicy,
  };
}
