/** Built-in functions that build or convert values: `date`, `time`, `duration`, `number`, `string` … */
import { type FeelNumber, intValue, isNumber, multiply, parseNumber, remainder } from '../number.ts';
import type { Env } from '../runtime.ts';
import { EvaluationAborted } from '../runtime.ts';
import { isValidCivil, monthsBetween, toEpochDay } from '../temporal/calendar.ts';
import {
  isOffsetTime,
  nanosOfDay,
  parseDate,
  parseDateTime,
  parseDuration,
  parseLocalTime,
  parseZonedTime,
} from '../temporal/parse.ts';
import {
  atInstant,
  date,
  epochSecond,
  localDateTime,
  localTime,
  offsetDateTime,
  period,
  regionDateTime,
  zonedTime,
} from '../temporal/values.ts';
import { isRegion, parseOffset } from '../temporal/zone.ts';
import { display, type FeelFunction, failure, isTemporal, type Value } from '../values.ts';
import { type BuiltinTable, builtin } from './builtin.ts';

const show = (n: FeelNumber): string => display(n);

const dateFrom = builtin(['from'], (from = null) => {
  if (typeof from === 'string') return parseDate(from) ?? failure(`Failed to parse date from '${from}'`);
  return isTemporal(from) && 'epochDay' in from ? date(from.epochDay) : undefined;
});

const dateOfParts = builtin(['year', 'month', 'day'], (year = null, month = null, day = null) => {
  if (!isNumber(year) || !isNumber(month) || !isNumber(day)) return undefined;
  const civil = { year: intValue(year), month: intValue(month), day: intValue(day) };
  if (isValidCivil(civil)) return date(toEpochDay(civil));
  return failure(`Failed to parse date from: year=${show(year)}, month=${show(month)}, day=${show(day)}`);
});

const dateTimeFrom = builtin(['from'], (from = null) =>
  typeof from === 'string'
    ? (parseDateTime(from) ?? failure(`Failed to parse date-time from '${from}'`))
    : undefined,
);

const unknownZone = (zone: string): never => {
  if (!/^[A-Za-z][A-Za-z0-9~/._+-]+$/.test(zone)) {
    throw new EvaluationAborted(
      `java.time.DateTimeException: Invalid ID for region-based ZoneId, invalid format: ${zone}`,
    );
  }
  throw new EvaluationAborted(`java.time.zone.ZoneRulesException: Unknown time-zone ID: ${zone}`);
};

const dateTimeOf = builtin(['date', 'time'], (day = null, time = null) => {
  if (!isTemporal(day) || !('epochDay' in day)) return undefined;
  if (typeof time === 'string') {
    const offset = parseOffset(time);
    if (offset === undefined && !isRegion(time)) return unknownZone(time);
    if (day.kind === 'date-time') {
      return atInstant(epochSecond(day), day.nanos % 1e9, offset === undefined ? time : undefined, offset);
    }
    if (day.kind !== 'local-date-time') return undefined;
    return offset === undefined
      ? regionDateTime(day.epochDay, day.nanos, time)
      : offsetDateTime(day.epochDay, day.nanos, offset);
  }
  if (!isTemporal(time)) return undefined;
  if (time.kind === 'local-time') return localDateTime(day.epochDay, time.nanos);
  if (time.kind !== 'time') return undefined;
  return time.zone === undefined
    ? offsetDateTime(day.epochDay, time.nanos, time.offset)
    : regionDateTime(day.epochDay, time.nanos, time.zone);
});

const timeFrom = (env: Env): FeelFunction =>
  builtin(['from'], (from = null) => {
    if (typeof from === 'string') {
      if (isOffsetTime(from))
        return parseZonedTime(from, env.now()) ?? failure(`Failed to parse time from '${from}'`);
      return parseLocalTime(from) ?? failure(`Failed to parse local-time from '${from}'`);
    }
    if (!isTemporal(from)) return undefined;
    if (from.kind === 'date') return zonedTime(0, 0);
    if (from.kind === 'local-date-time') return localTime(from.nanos);
    return from.kind === 'date-time' ? zonedTime(from.nanos, from.offset, from.zone) : undefined;
  });

const clock = (
  hour: FeelNumber,
  minute: FeelNumber,
  second: FeelNumber,
  withNanos: boolean,
): number | undefined => {
  const nano = withNanos ? intValue(multiply(remainder(second, 1), 1_000_000_000)) : 0;
  return nanosOfDay(intValue(hour), intValue(minute), intValue(second), nano);
};

const timeOfParts = builtin(['hour', 'minute', 'second'], (hour = null, minute = null, second = null) => {
  if (!isNumber(hour) || !isNumber(minute) || !isNumber(second)) return undefined;
  const nanos = clock(hour, minute, second, true);
  if (nanos !== undefined) return localTime(nanos);
  return failure(
    `Failed to parse local-time from: hour=${show(hour)}, minute=${show(minute)}, second=${show(second)}`,
  );
});

const timeWithOffset = builtin(
  ['hour', 'minute', 'second', 'offset'],
  (hour = null, minute = null, second = null, offset = null) => {
    if (!isNumber(hour) || !isNumber(minute) || !isNumber(second)) return undefined;
    const parts = `hour=${show(hour)}, minute=${show(minute)}, second=${show(second)}`;
    if (offset === null) {
      const nanos = clock(hour, minute, second, false);
      return nanos === undefined ? failure(`Failed to parse local-time from: ${parts}`) : localTime(nanos);
    }
    if (!isTemporal(offset) || offset.kind !== 'duration') return undefined;
    const nanos = clock(hour, minute, second, true);
    const seconds = Number(offset.nanos / 1_000_000_000n);
    if (nanos === undefined || Math.abs(seconds) > 18 * 3600) {
      return failure(`Failed to parse time from: ${parts}, offset=${display(offset)}`);
    }
    return zonedTime(nanos, seconds);
  },
);

const numberFrom = (text: string): Value => parseNumber(text) ?? failure(`Can't parse '${text}' as a number`);
const isGrouping = (text: Value): text is string => text === ' ' || text === ',' || text === '.';
const isDecimalSign = (text: Value): text is string => text === ',' || text === '.';

const numberGrouped = builtin(['from', 'grouping separator'], (from = null, grouping = null) => {
  if (typeof from !== 'string' || typeof grouping !== 'string') return undefined;
  if (isGrouping(grouping)) return numberFrom(from.replaceAll(grouping, ''));
  return failure("illegal argument for grouping. Must be one of ' ', ',' or '.'");
});

const numberSeparated = builtin(
  ['from', 'grouping separator', 'decimal separator'],
  (from = null, grouping = null, decimalSign = null) => {
    if (typeof from !== 'string') return undefined;
    const ungrouped = isGrouping(grouping) ? from.replaceAll(grouping, '') : from;
    const valid =
      (isGrouping(grouping) && isDecimalSign(decimalSign) && grouping !== decimalSign) ||
      (grouping === null && isDecimalSign(decimalSign)) ||
      (isGrouping(grouping) && decimalSign === null);
    if (valid)
      return numberFrom(isDecimalSign(decimalSign) ? ungrouped.replaceAll(decimalSign, '.') : ungrouped);
    if (typeof grouping !== 'string' || typeof decimalSign !== 'string') return undefined;
    return failure(
      "illegal arguments for grouping or decimal. Must be one of ' ' (grouping only), ',' or '.'",
    );
  },
);

const stringFrom = builtin(['from'], (from = null) =>
  from === null || typeof from === 'string' ? from : display(from),
);

const durationFrom = builtin(['from'], (from = null) =>
  typeof from === 'string'
    ? (parseDuration(from) ?? failure(`Failed to parse duration from '${from}'`))
    : undefined,
);

const durationBetween = builtin(['from', 'to'], (from = null, to = null) => {
  if (!isTemporal(from) || !isTemporal(to) || !('epochDay' in from) || !('epochDay' in to)) return undefined;
  return period(monthsBetween(from.epochDay, to.epochDay));
});

export const conversionFunctions: BuiltinTable = {
  date: [dateFrom, dateOfParts],
  'date and time': [dateTimeFrom, dateTimeOf],
  number: [
    builtin(['from'], (from = null) => (typeof from === 'string' ? numberFrom(from) : undefined)),
    numberGrouped,
    numberSeparated,
  ],
  string: [stringFrom],
  duration: [durationFrom],
  'years and months duration': [durationBetween],
};

export const timeFunctions = (env: Env): readonly FeelFunction[] => [
  timeFrom(env),
  timeOfParts,
  timeWithOffset,
];
