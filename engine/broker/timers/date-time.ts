/** Date-times with an offset as timers take them: `2031-02-03T04:05:06+07:00[Asia/Ho_Chi_Minh]`, seconds optional. */

const PATTERN =
  /^([+-]?\d{4,6})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d(?::?\d\d)?)?)(?:\[([^\]]+)\])?$/i;
const LOCAL = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/;

const offsetMinutes = (text: string): number => {
  if (/^z$/i.test(text)) return 0;
  const digits = text.slice(1).replaceAll(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4) || 0);
  return text.startsWith('-') ? -minutes : minutes;
};

/** Epoch milliseconds, or undefined when the text is no date-time with offset. */
export function parseDateTime(text: string): number | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
    Math.floor(Number((fraction ?? '0').padEnd(9, '0')) / 1e6),
  );
  const date = new Date(time);
  const valid =
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second ?? 0) < 60;
  return valid ? time - offsetMinutes(offset ?? 'Z') * 60_000 : undefined;
}

/** A date-time without offset, taken in UTC: what a FEEL local date-time value prints. */
export const parseLocalDateTime = (text: string): number | undefined =>
  LOCAL.test(text) ? parseDateTime(`${text}Z`) : undefined;
