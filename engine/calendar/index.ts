/** The working calendar: due dates, working time, lunar dates. Pure functions over calendar data. */
export { computeDue } from './due.ts';
export { loadCalendar } from './load.ts';
export { localDate } from './local-time.ts';
export { canChi, type LunarDate, lunarToSolar, solarToLunar } from './lunar.ts';
export { type Remaining, remaining } from './remaining.ts';
export type * from './types.ts';
export {
  addWorkingDays,
  addWorkingTime,
  isWorkingDay,
  nextWorkingInstant,
  workingMinutesBetween,
} from './working-time.ts';
