/** Whether an answer (JSON text) is what the suite wants: numbers within 1e-8, temporal values by meaning, not by text. */
import type { Wanted } from './suite.ts';

const TOLERANCE = 1e-8;

interface Duration {
  readonly months: number;
  readonly seconds: number;
}

function durationOf(text: string): Duration | undefined {
  const number = '(-?\\d+(?:\\.\\d+)?)';
  const pattern = new RegExp(
    `^(-?)P(?:${number}Y)?(?:${number}M)?(?:${number}D)?(?:T(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
  );
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, sign, ...parts] = match;
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const factor = sign === '-' ? -1 : 1;
  return {
    months: factor * (years * 12 + months),
    seconds: factor * (days * 86_400 + hours * 3_600 + minutes * 60 + seconds),
  };
}

interface Moment {
  readonly date: string;
  readonly time: string;
  readonly offset: string;
  readonly zone: string;
}

/** Parts of a date, time or date-time text in the forms of XML schema, FEEL and Java. */
function momentOf(text: string): Moment | undefined {
  const match =
    /^(?:([+-]?\d{4,9}-\d\d-\d\d)T?)?(?:(\d\d:\d\d)(?::(\d\d)(?:\.(\d+))?)?)?(Z|[+-]\d\d:\d\d(?::\d\d)?)?(?:@(.+)|\[(.+)\])?$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, date = '', clock, seconds = '00', fraction = '', offset = '', at, bracket] = match;
  const digits = fraction.replace(/0+$/, '');
  return {
    date: date.replace(/^\+/, ''),
    time: clock === undefined ? '' : `${clock}:${seconds}${digits && `.${digits}`}`,
    offset: offset.replace(/^[+-]00:00$/, 'Z'),
    zone: at ?? bracket ?? '',
  };
}

function sameMoment(wanted: string, got: string): boolean {
  const [a, b] = [momentOf(wanted), momentOf(got)];
  if (!a || !b || a.date !== b.date || a.time !== b.time) return false;
  if (a.zone !== '') return a.zone === b.zone || (a.zone === 'Etc/UTC' && b.offset === 'Z');
  return a.offset === b.offset;
}

function sameDuration(wanted: string, got: string): boolean {
  const [a, b] = [durationOf(wanted), durationOf(got)];
  return a !== undefined && b !== undefined && a.months === b.months && a.seconds === b.seconds;
}

function sameNumber(wanted: string, got: unknown): boolean {
  if (typeof got !== 'number') return false;
  const number = Number(wanted);
  return Math.abs(number - got) <= TOLERANCE * Math.max(1, Math.abs(number));
}

function matches(wanted: Wanted, got: unknown): boolean {
  switch (wanted.kind) {
    case 'null':
      return got === null;
    case 'list':
      return (
        Array.isArray(got) &&
        got.length === wanted.items.length &&
        wanted.items.every((item, index) => matches(item, got[index]))
      );
    case 'context': {
      if (typeof got !== 'object' || got === null || Array.isArray(got)) return false;
      const entries = new Map(Object.entries(got));
      const names = [...wanted.entries];
      return entries.size === names.length && names.every(([key, one]) => matches(one, entries.get(key)));
    }
    case 'value':
      return matchesValue(wanted.type, wanted.text, got);
  }
}

function matchesValue(type: string, text: string, got: unknown): boolean {
  switch (type) {
    case 'boolean':
      return got === (text === 'true' || text === '1');
    case 'decimal':
    case 'double':
    case 'integer':
      return sameNumber(text, got);
    case 'duration':
      return typeof got === 'string' && sameDuration(text, got);
    case 'date':
    case 'time':
    case 'dateTime':
      return typeof got === 'string' && sameMoment(text, got);
    default:
      return got === text;
  }
}

/** Judges an answer; a failed evaluation is right only where an error is wanted. */
export function isRight(
  wanted: Wanted,
  wantsError: boolean,
  answer: { readonly output?: string; readonly failure?: string },
): boolean {
  if (answer.failure !== undefined || answer.output === undefined) {
    return wantsError && answer.failure !== undefined;
  }
  const got: unknown = JSON.parse(answer.output);
  return wantsError ? got === null : matches(wanted, got);
}
