/** Shapes of the working calendar. Source: Bộ luật Lao động 2019 Đ111–112, NĐ 118/2025 Đ17–18. */

/** Minutes since midnight, Vietnamese time (UTC+7, no DST). */
export type MinuteOfDay = number;
export interface WorkInterval {
  readonly from: MinuteOfDay;
  readonly to: MinuteOfDay;
}
/** ISO date `yyyy-MM-dd` in Vietnamese time. */
export type LocalDate = string;

export type SpecialDayKind = 'HOLIDAY' | 'COMPENSATORY' | 'SWAP_OFF' | 'SWAP_WORKING';
export interface SpecialDay {
  readonly date: LocalDate;
  readonly kind: SpecialDayKind;
  readonly name: { vi: string; en: string };
  readonly source: string;
}

/** The calendar of one unit, valid for a span of dates; weekday 1 = Monday … 7 = Sunday. */
export interface WorkingCalendar {
  readonly id: string;
  readonly weekly: Readonly<Record<number, readonly WorkInterval[]>>;
  readonly specialDays: readonly SpecialDay[];
  /** How WORKING_DAY counts: end of the Nth working day after the day of receipt (BLDS 2015 Đ147–148), or N × 8 working hours. */
  readonly workingDayPolicy: 'END_OF_NTH_DAY' | 'EIGHT_HOURS';
}

export interface TimeLimit {
  readonly qty: number;
  readonly unit: 'HOUR' | 'WORKING_DAY' | 'DAY';
  /** `HH:mm`; receipt at or after it counts from the next working day. */
  readonly cutOff?: string;
}

export interface Pause {
  readonly from: Date;
  /** Absent while the clock still stands. */
  readonly to?: Date;
  readonly reason: { vi: string; en: string };
}

/** One line of the explanation of a due date, in the order of reasoning. */
export interface DueStep {
  readonly rule: string;
  readonly text: { vi: string; en: string };
  readonly at: Date;
}
export interface DueDate {
  readonly clockStart: Date;
  /** Without pauses. */
  readonly original: Date;
  /** With the pauses so far. */
  readonly due: Date;
  readonly steps: readonly DueStep[];
}
