/** Built-in functions on dates and the clock. */
import type { Env } from '../runtime.ts';
import {
  dayOfYear,
  daysInMonth,
  fromEpochDay,
  toEpochDay,
  weekday,
  weekOfYear,
} from '../temporal/calendar.ts';
import { atInstant, date } from '../temporal/values.ts';
import { type FeelFunction, isTemporal, type Value } from '../values.ts';
import { type BuiltinTable, builtin } from './builtin.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** The broker's own zone. */
const ZONE = 'Etc/UTC';

const onDay = (compute: (epochDay: number) => Value): FeelFunction =>
  builtin(['date'], (day = null) =>
    isTemporal(day) && 'epochDay' in day ? compute(day.epochDay) : undefined,
  );

function lastDayOfMonth(epochDay: number): Value {
  const { year, month } = fromEpochDay(epochDay);
  return date(toEpochDay({ year, month, day: daysInMonth(year, month) }));
}

export const temporalFunctions: BuiltinTable = {
  'day of year': [onDay(dayOfYear)],
  'day of week': [onDay((day) => DAYS[weekday(day) - 1] ?? null)],
  'month of year': [onDay((day) => MONTHS[fromEpochDay(day).month - 1] ?? null)],
  'week of year': [onDay(weekOfYear)],
  'last day of month': [onDay(lastDayOfMonth)],
};

const instant = (env: Env) => {
  const millis = env.now().getTime();
  return atInstant(Math.floor(millis / 1000), (((millis % 1000) + 1000) % 1000) * 1_000_000, ZONE);
};

/** Functions that read the clock of the evaluation. */
export const clockFunctions: Readonly<Record<string, (env: Env) => readonly FeelFunction[]>> = {
  now: (env) => [builtin([], () => instant(env))],
  today: (env) => [builtin([], () => date(instant(env).epochDay))],
};
