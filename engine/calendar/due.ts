/**
 * Due dates that explain themselves. Rules: BLDS 2015 Đ147–148 (the first day is not counted, a last day off moves to the
 * next working day), NĐ 118/2025 Đ17–18 (clock start, 15:00 rule, suspension during supplements).
 */
import { showAmount } from './amount.ts';
import { hourMs, instant, localParts, minuteMs, showDayNamed, showInstant } from './local-time.ts';
import { closedPauses, openPause, pausedTime } from './pauses.ts';
import type { DueDate, DueStep, Pause, TimeLimit, WorkingCalendar } from './types.ts';
import {
  addWorkingTime,
  endOfDay,
  intervalsOf,
  nextWorkingInstant,
  nthWorkingDay,
  specialDayOf,
  startOfDay,
  workingDayFrom,
} from './working-time.ts';

/**
 * Due date of a dossier received complete at `receivedAt`.
 *
 * A limit with a cut-off is of the same-day kind: received before it, the day of receipt is the first day counted
 * (1 working day = the same day); at or after it, the next working day is. Without a cut-off the day of receipt is not
 * counted. HOUR counts working hours; DAY counts calendar days and moves off a day without work.
 * An open pause moves nothing yet: it is explained, and the date moves once it ends.
 */
export function computeDue(
  calendar: WorkingCalendar,
  receivedAt: Date,
  limit: TimeLimit,
  pauses: readonly Pause[],
): DueDate {
  const steps: DueStep[] = [];
  const note = (rule: string, at: Date, vi: string, en: string) => steps.push({ rule, at, text: { vi, en } });

  const received = showInstant(receivedAt);
  note(
    'received',
    receivedAt,
    `Hồ sơ được nhận đủ lúc ${received.vi}.`,
    `Received complete at ${received.en}.`,
  );
  const clockStart = startClock(calendar, receivedAt, limit, note);
  const original = count(calendar, clockStart, limit, note);
  noteDaysOff(calendar, clockStart, original, note);
  const first = showInstant(original);
  note('original', original, `Hạn trả: ${first.vi}.`, `Due: ${first.en}.`);
  const due = shift(calendar, clockStart, original, pauses, note);
  return { clockStart, original, due, steps };
}

type Note = (rule: string, at: Date, vi: string, en: string) => void;

function startClock(calendar: WorkingCalendar, receivedAt: Date, limit: TimeLimit, note: Note): Date {
  const { day, ms } = localParts(receivedAt);
  const works = intervalsOf(calendar, day).length > 0;
  if (limit.cutOff !== undefined && works && ms >= cutOffMs(limit.cutOff)) {
    const start = startOfDay(calendar, workingDayFrom(calendar, day + 1));
    const shown = showInstant(start);
    note(
      'cutOff',
      start,
      `Nhận từ ${limit.cutOff} trở đi nên tính từ ngày làm việc tiếp theo: ${shown.vi}.`,
      `Received at or after ${limit.cutOff}, so counted from the next working day: ${shown.en}.`,
    );
    return start;
  }
  const start = nextWorkingInstant(calendar, receivedAt);
  if (start.getTime() !== receivedAt.getTime()) {
    const shown = showInstant(start);
    note(
      'clockStart',
      start,
      `Nhận ngoài giờ làm việc nên bắt đầu tính từ ${shown.vi}.`,
      `Received outside working hours, so counted from ${shown.en}.`,
    );
  }
  return start;
}

/** `HH:mm` → milliseconds since midnight. Throws RangeError on anything else. */
function cutOffMs(text: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!match) throw new RangeError(`cut-off is not HH:mm: ${text}`);
  return Number(match[1]) * hourMs + Number(match[2]) * minuteMs;
}

function count(calendar: WorkingCalendar, start: Date, limit: TimeLimit, note: Note): Date {
  if (!(limit.qty > 0)) throw new RangeError(`time limit must be positive: ${limit.qty}`);
  const { day } = localParts(start);
  const sameDay = limit.cutOff !== undefined;
  const days = Math.ceil(limit.qty);
  const after = sameDay ? days - 1 : days;
  const [firstVi, firstEn] = sameDay
    ? ['ngày nhận tính là ngày thứ nhất', 'the day of receipt is the first day']
    : ['không tính ngày nhận', 'the day of receipt is not counted'];
  if (limit.unit === 'HOUR') {
    const due = addWorkingTime(calendar, start, limit.qty * hourMs);
    note('count', due, `Cộng ${limit.qty} giờ làm việc.`, `Add ${limit.qty} working hours.`);
    return due;
  }
  if (limit.unit === 'WORKING_DAY' && calendar.workingDayPolicy === 'EIGHT_HOURS') {
    const due = addWorkingTime(calendar, start, limit.qty * 8 * hourMs);
    note(
      'count',
      due,
      `${limit.qty} ngày làm việc, mỗi ngày 8 giờ: cộng ${limit.qty * 8} giờ làm việc.`,
      `${limit.qty} working day(s) of 8 hours: add ${limit.qty * 8} working hours.`,
    );
    return due;
  }
  if (limit.unit === 'WORKING_DAY') {
    const due = endOfDay(calendar, nthWorkingDay(calendar, day, after));
    note(
      'count',
      due,
      `${days} ngày làm việc, ${firstVi}; hết hạn vào cuối giờ làm việc.`,
      `${days} working day(s), ${firstEn}; ends at closing time.`,
    );
    return due;
  }
  const target = day + after;
  const last = workingDayFrom(calendar, target);
  const due = endOfDay(calendar, last);
  note(
    'count',
    due,
    `${days} ngày, ${firstVi}; hết hạn vào cuối giờ làm việc.`,
    `${days} calendar day(s), ${firstEn}; ends at closing time.`,
  );
  if (last !== target) {
    const [from, to] = [showDayNamed(target), showDayNamed(last)];
    note(
      'rollForward',
      due,
      `${from.vi} là ngày nghỉ nên chuyển sang ${to.vi}.`,
      `${from.en} is a day off, so it moves to ${to.en}.`,
    );
  }
  return due;
}

/** Public holidays and swaps between start and due; and whether the calendar knows that year at all. */
function noteDaysOff(calendar: WorkingCalendar, start: Date, due: Date, note: Note): void {
  const last = localParts(due).day;
  for (let day = localParts(start).day; day <= last; day++) {
    const special = specialDayOf(calendar, day);
    if (!special) continue;
    const named = showDayNamed(day);
    const works = special.kind === 'SWAP_WORKING';
    note(
      works ? 'swapWorking' : 'dayOff',
      startOf(day),
      `${named.vi}: ${special.name.vi} – ${works ? 'làm việc' : 'nghỉ'} (${special.source}).`,
      `${named.en}: ${special.name.en} – ${works ? 'working' : 'off'} (${special.source}).`,
    );
  }
  const year = showDayNamed(last).vi.slice(-4);
  if (!calendar.specialDays.some((special) => special.date.startsWith(year)))
    note(
      'yearUnknown',
      due,
      `Lịch nghỉ năm ${year} chưa được công bố trong hệ thống; chỉ tính ngày nghỉ hằng tuần.`,
      `The holidays of ${year} are not announced in the system yet; only weekly days off are counted.`,
    );
}

const startOf = (day: number): Date => instant(day, 0);

function shift(
  calendar: WorkingCalendar,
  clockStart: Date,
  original: Date,
  pauses: readonly Pause[],
  note: Note,
): Date {
  let total = 0;
  for (const pause of closedPauses(pauses, clockStart)) {
    const paused = pausedTime(calendar, pause);
    total += paused;
    const [from, to, amount] = [showInstant(pause.from), showInstant(pause.to), showAmount(paused)];
    note(
      'pause',
      pause.from,
      `Dừng tính từ ${from.vi} đến ${to.vi} (${pause.reason.vi}): cộng ${amount.vi} làm việc.`,
      `Clock stood from ${from.en} to ${to.en} (${pause.reason.en}): add ${amount.en} of working time.`,
    );
  }
  const due = addWorkingTime(calendar, original, total);
  if (total > 0) {
    const shown = showInstant(due);
    note('due', due, `Hạn trả mới: ${shown.vi}.`, `New due date: ${shown.en}.`);
  }
  const open = openPause(pauses);
  if (open) {
    const from = showInstant(open.from);
    note(
      'paused',
      open.from,
      `Đang dừng tính từ ${from.vi} (${open.reason.vi}); hạn trả sẽ lùi thêm khi tính tiếp.`,
      `The clock stands since ${from.en} (${open.reason.en}); the date will move when it runs again.`,
    );
  }
  return due;
}
