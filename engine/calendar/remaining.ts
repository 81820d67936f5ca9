/** How much working time is left until a due date, or by how much it is missed. */
import { showAmount } from './amount.ts';
import { minuteMs } from './local-time.ts';
import type { WorkingCalendar } from './types.ts';
import { workingTimeBetween } from './working-time.ts';

export interface Remaining {
  readonly late: boolean;
  /** Working minutes until the due date; negative when late. */
  readonly workingMinutes: number;
  readonly text: { readonly vi: string; readonly en: string };
}

/** «còn 1 ngày 3 giờ», «trễ 2 giờ»; outside working time the amount stands still. */
export function remaining(calendar: WorkingCalendar, now: Date, due: Date): Remaining {
  const left = workingTimeBetween(calendar, now, due);
  const late = now.getTime() > due.getTime();
  return { late, workingMinutes: left / minuteMs, text: words(late, Math.abs(left)) };
}

function words(late: boolean, ms: number): { vi: string; en: string } {
  if (ms < minuteMs)
    return late ? { vi: 'vừa quá hạn', en: 'just overdue' } : { vi: 'đến hạn', en: 'due now' };
  const amount = showAmount(ms);
  return late
    ? { vi: `trễ ${amount.vi}`, en: `${amount.en} late` }
    : { vi: `còn ${amount.vi}`, en: `${amount.en} left` };
}
