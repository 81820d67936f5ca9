/** Dates as people write them (5/3/2026, 05-03-2026, three boxes) ↔ `yyyy-MM-dd`. Today is that of Việt Nam (UTC+7, no summer time). */
import { isRecord } from './paths.ts';

export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}
export type ParsedDate =
  | { readonly kind: 'blank' }
  | { readonly kind: 'date'; readonly iso: string }
  /** `parts`: what was understood, to say precisely what is wrong. */
  | {
      readonly kind: 'bad';
      readonly reason: 'unreadable' | 'missing' | 'noSuchDay' | 'yearDigits';
      readonly parts?: DateParts;
    };

export const todayInVietnam = (now: Date): string =>
  new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** Boxes to show for a value of any of the accepted shapes. */
export function dateParts(raw: unknown): DateParts {
  if (isRecord(raw)) return { day: part(raw.day), month: part(raw.month), year: part(raw.year) };
  const parts = typeof raw === 'string' ? splitText(raw) : undefined;
  return parts ?? { day: '', month: '', year: '' };
}

const part = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

function splitText(text: string): DateParts | undefined {
  const trimmed = text.trim();
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(trimmed);
  if (iso !== null) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' };
  const written =
    /^(?:ngày\s+)?(?:(\d{1,2})\s*(?:[/.\-\s]|tháng)\s*)?(\d{1,2})\s*(?:[/.\-\s]|năm)\s*(\d{1,4})$/i.exec(
      trimmed.replace(/,/g, ' ').replace(/\s+/g, ' '),
    );
  if (written !== null) return { day: written[1] ?? '', month: written[2] ?? '', year: written[3] ?? '' };
  const packed = /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  return packed === null
    ? undefined
    : { day: packed[1] ?? '', month: packed[2] ?? '', year: packed[3] ?? '' };
}

/** Reads text or three boxes. `partial`: the year, or month and year, are enough (gives `1980`, `1980-05`). */
export function parseDate(raw: unknown, partial = false): ParsedDate {
  if (raw === undefined || raw === null) return { kind: 'blank' };
  const isBlankText = typeof raw === 'string' && raw.trim() === '';
  const parts = typeof raw === 'string' ? splitText(raw) : isRecord(raw) ? dateParts(raw) : undefined;
  if (isBlankText || (parts !== undefined && parts.day === '' && parts.month === '' && parts.year === ''))
    return { kind: 'blank' };
  if (parts === undefined || [parts.day, parts.month, parts.year].some((digits) => !/^\d*$/.test(digits)))
    return { kind: 'bad', reason: 'unreadable' };
  const { day, month, year } = parts;
  const incomplete = partial
    ? year === '' || (day !== '' && month === '')
    : day === '' || month === '' || year === '';
  if (incomplete) return { kind: 'bad', reason: 'missing', parts };
  if (year.length !== 4 || Number(year) < 1800) return { kind: 'bad', reason: 'yearDigits', parts };
  if (
    (month !== '' && !isMonth(Number(month))) ||
    (day !== '' && !isDay(Number(year), Number(month), Number(day)))
  ) {
    return { kind: 'bad', reason: 'noSuchDay', parts };
  }
  return {
    kind: 'date',
    iso: [year, month, day]
      .filter((digits) => digits !== '')
      .map((digits) => digits.padStart(2, '0'))
      .join('-'),
  };
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const isDay = (year: number, month: number, day: number): boolean =>
  isMonth(month) && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `2026-03-05` → `05/03/2026`, also for partial dates; anything else as it is. */
export const showDate = (iso: string): string =>
  /^\d{4}(-\d{2}){0,2}$/.test(iso) ? iso.split('-').reverse().join('/') : iso;
