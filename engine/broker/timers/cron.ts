/** Cron expressions of six fields (second to day of week) in UTC, with Spring's macros, `L`, `#`, `W` left out (zeebe.md 3.10). */

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
};
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

type DayTest = (date: Date) => boolean;
export interface Cron {
  /** The first time after `from` (epoch ms), or undefined when there is none within eight years. */
  next(from: number): number | undefined;
}

function parseField(
  text: string,
  low: number,
  high: number,
  names: readonly string[] = [],
): Set<number> | undefined {
  const number = (part: string): number => {
    const index = names.indexOf(part.toUpperCase());
    if (index >= 0) return index + (names === MONTHS ? 1 : 0);
    return /^\d+$/.test(part) ? Number(part) : Number.NaN;
  };
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const [first = '', last] = range.split('-');
    const all = range === '*' || range === '?';
    const from = all ? low : number(first);
    const to = all || (step !== undefined && last === undefined) ? high : number(last ?? first);
    const by = step === undefined ? 1 : Number(step);
    if (!(from >= low && to <= high && from <= to && Number.isInteger(by) && by > 0)) return undefined;
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return values;
}

const lastDay = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

function dayOfMonth(text: string): DayTest | undefined {
  const fromEnd = /^L(?:-(\d+))?$/i.exec(text);
  if (fromEnd) return (date) => date.getUTCDate() === lastDay(date) - Number(fromEnd[1] ?? 0);
  const days = parseField(text, 1, 31);
  return days && ((date) => days.has(date.getUTCDate()));
}

function dayOfWeek(text: string): DayTest | undefined {
  const special = /^(\w+?)(?:#(\d)|L)$/i.exec(text);
  const days = parseField(special?.[1] ?? text, 0, 7, DAYS);
  if (!days) return undefined;
  const matches: DayTest = (date) => days.has(date.getUTCDay()) || (date.getUTCDay() === 0 && days.has(7));
  if (!special) return matches;
  const nth = special[2];
  if (nth) return (date) => matches(date) && Math.ceil(date.getUTCDate() / 7) === Number(nth);
  return (date) => matches(date) && date.getUTCDate() + 7 > lastDay(date);
}

/** Parses a cron text; a string result is the reason why it is none. */
export function parseCron(text: string): Cron | string {
  const fields = (MACROS[text.trim()] ?? text.trim()).split(/\s+/);
  if (fields.length !== 6) {
    return `Cron expression contains ${fields.length} parts but we expect one of [6]`;
  }
  const [second = '', minute = '', hour = '', day = '', month = '', week = ''] = fields;
  const seconds = parseField(second, 0, 59);
  const minutes = parseField(minute, 0, 59);
  const hours = parseField(hour, 0, 23);
  const dayTest = dayOfMonth(day);
  const months = parseField(month, 1, 12, MONTHS);
  const weekTest = dayOfWeek(week);
  if (!seconds || !minutes || !hours || !dayTest || !months || !weekTest) {
    return `Failed to parse cron expression '${text}'`;
  }
  return {
    next(from) {
      const date = new Date(Math.floor(from / 1000) * 1000 + 1000);
      const end = from + 8 * 366 * 86_400_000;
      while (date.getTime() <= end) {
        if (!months.has(date.getUTCMonth() + 1)) {
          date.setUTCMonth(date.getUTCMonth() + 1, 1);
          date.setUTCHours(0, 0, 0);
        } else if (!dayTest(date) || !weekTest(date)) {
          date.setUTCDate(date.getUTCDate() + 1);
          date.setUTCHours(0, 0, 0);
        } else if (!hours.has(date.getUTCHours())) date.setUTCHours(date.getUTCHours() + 1, 0, 0);
        else if (!minutes.has(date.getUTCMinutes())) date.setUTCMinutes(date.getUTCMinutes() + 1, 0);
        else if (!seconds.has(date.getUTCSeconds())) date.setUTCSeconds(date.getUTCSeconds() + 1);
        else return date.getTime();
      }
      return undefined;
    },
  };
}
