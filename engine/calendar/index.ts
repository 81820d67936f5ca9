/** The working calendar: due dates, working time, lunar dates. Pure functions over calendar data. */
export { computeDue } from './due.ts';
export { loadCalendar } from './load.ts';
export { lunarToSolar } from './lunar.ts';
export { remaining } from './remaining.ts';
export type * from './types.ts';
