/** When a timer definition is due, how often it fires, and when it fires next (zeebe.md 3.10). */
import type { EventDefinition } from '../deploy/graph.ts';
import { toJson } from '../feel/index.ts';
import {
  evaluateSource,
  failed,
  type Result,
  type Scope,
  success,
  type Typed,
  wrongType,
} from '../process/evaluate.ts';
import { type Cron, parseCron } from './cron.ts';
import { parseDateTime, parseLocalDateTime } from './date-time.ts';
import { addInterval, type Interval, parseInterval } from './duration.ts';

export interface Schedule {
  /** Epoch ms. */
  readonly due: number;
  /** -1 = for ever. */
  readonly repetitions: number;
  /** The cycle's text, '' for timers that fire once. */
  readonly cycle: string;
}
export type TimerDefinition = EventDefinition & { readonly type: 'timer' };

const once = (due: number): Result<Schedule> => success({ due, repetitions: 1, cycle: '' });

/** The text of a value: static text trimmed, FEEL strings and temporal values as they print. */
function textOf(typed: Typed, definition: TimerDefinition): string {
  if (!definition.value.feel) return definition.value.text.trim();
  const json = toJson(typed.value) ?? '""';
  return json.startsWith('"') ? (JSON.parse(json) as string) : json;
}

/** Evaluates a timer definition in a scope: its first due time. */
export function evaluateTimer(definition: TimerDefinition, scope: Scope): Result<Schedule> {
  const result = evaluateSource(definition.value, scope);
  if (!result.ok) return result;
  const typed = result.value;
  const text = textOf(typed, definition);
  if (definition.timer === 'duration') return durationTimer(typed, text, scope.now);
  if (definition.timer === 'date') return dateTimer(typed, text);
  return typed.type === 'STRING' ? cycleTimer(text, scope.now) : wrongType(typed, 'STRING');
}

function durationTimer(typed: Typed, text: string, now: number): Result<Schedule> {
  if (!['DURATION', 'PERIOD', 'STRING'].includes(typed.type)) {
    return wrongType(typed, ['DURATION', 'PERIOD', 'STRING']);
  }
  const interval = parseInterval(text);
  if (!interval) return failed(`Invalid duration format '${text}' for expression '${typed.source}'.`);
  return once(addInterval(now, interval));
}

function dateTimer(typed: Typed, text: string): Result<Schedule> {
  if (!['DATE_TIME', 'LOCAL_DATE_TIME', 'STRING'].includes(typed.type)) {
    return wrongType(typed, ['DATE_TIME', 'STRING']);
  }
  const due = parseDateTime(text) ?? (typed.type === 'STRING' ? undefined : parseLocalDateTime(text));
  if (due === undefined) {
    return failed(`Invalid date-time format '${text}' for expression '${typed.source}'.`);
  }
  return once(due);
}

type Cycle =
  | {
      readonly kind: 'interval';
      readonly repetitions: number;
      readonly start: number | undefined;
      readonly interval: Interval;
    }
  | { readonly kind: 'cron'; readonly cron: Cron };

function parseCycle(text: string): Cycle | string {
  if (!text.startsWith('R')) {
    const cron = parseCron(text);
    return typeof cron === 'string' ? cron : { kind: 'cron', cron };
  }
  const parts = text.slice(1).split('/');
  const [count = '', first = '', second] = parts;
  if (parts.length < 2 || parts.length > 3 || !/^(-?\d+)?$/.test(count))
    return `Failed to parse cycle '${text}'`;
  const interval = parseInterval(second ?? first);
  const start = second === undefined || first === '' ? undefined : parseDateTime(first);
  if (!interval || (second !== undefined && first !== '' && start === undefined)) {
    return `Text '${text}' could not be parsed at index 0`;
  }
  const number = count === '' ? -1 : Number(count);
  return { kind: 'interval', repetitions: number < 0 ? -1 : Math.max(1, number), start, interval };
}

function cycleTimer(text: string, now: number): Result<Schedule> {
  const cycle = parseCycle(text);
  if (typeof cycle === 'string') return failed(cycle);
  if (cycle.kind === 'cron') {
    const due = cycle.cron.next(now);
    return due === undefined
      ? failed(`Cron expression '${text}' never fires`)
      : success({ due, repetitions: -1, cycle: text });
  }
  const due = cycle.start !== undefined && cycle.start > now ? cycle.start : addInterval(now, cycle.interval);
  return success({ due, repetitions: cycle.repetitions, cycle: text });
}

/** The next due time after a repeating timer fired: missed times are not made up for. */
export function nextDue(cycleText: string, previous: number, now: number): number | undefined {
  const cycle = parseCycle(cycleText);
  if (typeof cycle === 'string') return undefined;
  if (cycle.kind === 'cron') return cycle.cron.next(now);
  const due = addInterval(previous, cycle.interval);
  return due > now ? due : addInterval(now, cycle.interval);
}
