/** UTC offsets of time zones: fixed offsets as text (`+07:00`, `Z`) and IANA regions (through luxon). */
import { IANAZone } from 'luxon';

const FIXED = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;
const PREFIXED = /^(UTC|GMT|UT)([+-])(\d{1,2})(?::?(\d{2}))?$/;
const REGION = /^[A-Z][A-Za-z0-9~/._+-]+$/;
const MAX_OFFSET = 18 * 3600;
const zones = new Map<string, IANAZone>();

/** Seconds east of UTC of `Z` or `±hh:mm[:ss]`; undefined for anything else or beyond ±18 h. */
export function parseOffset(text: string): number | undefined {
  if (text === 'Z') return 0;
  const match = FIXED.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  const total = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || total > MAX_OFFSET) return undefined;
  return match[1] === '-' && total > 0 ? -total : total;
}

/** Text of an offset: `Z`, `+07:00`, `-00:30:15`. */
export function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const total = Math.abs(offset);
  const pad = (n: number): string => String(n).padStart(2, '0');
  const base = `${offset < 0 ? '-' : '+'}${pad(Math.floor(total / 3600))}:${pad(Math.floor(total / 60) % 60)}`;
  return total % 60 === 0 ? base : `${base}:${pad(total % 60)}`;
}

const prefixedOffset = (id: string): number | undefined => {
  const match = PREFIXED.exec(id);
  if (!match) return undefined;
  return parseOffset(`${match[2]}${(match[3] ?? '').padStart(2, '0')}:${match[4] ?? '00'}`);
};

function region(id: string): IANAZone | undefined {
  const known = zones.get(id);
  if (known) return known;
  if (!REGION.test(id) || !IANAZone.isValidZone(id)) return undefined;
  const zone = IANAZone.create(id);
  zones.set(id, zone);
  return zone;
}

/** Whether `id` names a region (`Asia/Ho_Chi_Minh`, `Etc/UTC`, `UTC+7`), not a plain offset. */
export const isRegion = (id: string): boolean =>
  id === 'UTC' || id === 'GMT' || id === 'UT' || prefixedOffset(id) !== undefined || region(id) !== undefined;

/** 400 years of the Gregorian calendar, after which weekdays and with them the rules of zones repeat. */
const CYCLE = 146_097 * 86_400;
/** Around the year 9000, in seconds: beyond it the platform's calendar ends sooner or later. */
const FARTHEST = 222_000_000_000;

/** An instant within the platform's reach at which the same rules hold. */
function reachable(epochSecond: number): number {
  if (epochSecond <= FARTHEST) return Math.max(epochSecond, -FARTHEST);
  return epochSecond - Math.ceil((epochSecond - FARTHEST) / CYCLE) * CYCLE;
}

/** Offset in seconds of a region at an instant (epoch seconds). */
export function offsetAt(id: string, epochSecond: number): number {
  if (id === 'UTC' || id === 'GMT' || id === 'UT') return 0;
  const fixed = prefixedOffset(id);
  if (fixed !== undefined) return fixed;
  const zone = region(id);
  return zone ? Math.round(zone.offset(reachable(epochSecond) * 1000) * 60) : 0;
}

/** Offset in seconds outside daylight saving, around an instant. */
export function standardOffset(id: string, epochSecond: number): number {
  const halfYear = 182 * 86_400;
  return Math.min(offsetAt(id, epochSecond), offsetAt(id, epochSecond + halfYear));
}

/**
 * Resolves a local time (as epoch seconds of the same wall clock in UTC) in a region: in an overlap the earlier
 * offset unless `preferred` is valid, in a gap the wall clock moves forward by the gap's length.
 */
export function resolveLocal(
  id: string,
  localSecond: number,
  preferred?: number,
): { local: number; offset: number } {
  const before = offsetAt(id, localSecond - 86_400);
  const after = offsetAt(id, localSecond + 86_400);
  const valid = [before, after].filter((offset) => offsetAt(id, localSecond - offset) === offset);
  if (preferred !== undefined && valid.includes(preferred)) return { local: localSecond, offset: preferred };
  const first = valid[0];
  if (first !== undefined) return { local: localSecond, offset: first };
  return { local: localSecond + (after - before), offset: after };
}
