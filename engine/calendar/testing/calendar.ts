/** A calendar of tests: the usual hours and the days of 2026–2027 that make trouble. */
import { loadCalendar } from '../load.ts';
import type { WorkingCalendar } from '../types.ts';

const hours = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const day = (date: string, kind: string, vi = 'Ngày lễ', en = 'Holiday') => ({
  date,
  kind,
  name: { vi, en },
  source: 'test',
});

export function testCalendar(
  workingDayPolicy: WorkingCalendar['workingDayPolicy'] = 'END_OF_NTH_DAY',
): WorkingCalendar {
  return loadCalendar({
    id: 'test',
    weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
    workingDayPolicy,
    specialDays: [
      day('2026-01-01', 'HOLIDAY'),
      day('2026-01-02', 'SWAP_OFF'),
      day('2026-01-10', 'SWAP_WORKING'),
      ...['16', '17', '18', '19', '20'].map((d) =>
        day(`2026-02-${d}`, 'HOLIDAY', 'Tết Nguyên đán', 'Lunar New Year'),
      ),
      day('2026-04-26', 'HOLIDAY'),
      day('2026-04-27', 'COMPENSATORY'),
      day('2026-08-22', 'SWAP_WORKING'),
      day('2026-08-31', 'SWAP_OFF'),
      day('2026-11-24', 'HOLIDAY', 'Ngày Văn hóa Việt Nam', 'Vietnamese culture day'),
    ],
  });
}

/** An instant in Vietnamese time: `2026-11-23 15:20`. */
export function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+07:00`);
}
