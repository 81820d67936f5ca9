/** Dates, times, money and sizes as Vietnamese readers write them; times are those of Việt Nam (UTC+7). */
import type { Locale } from './translate.ts';

const zone = 'Asia/Ho_Chi_Minh';
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekdays: Record<Locale, readonly string[]> = {
  vi: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

function fields(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]));
}
/** dd/MM/yyyy */
export function date(at: Date): string {
  const { day, month, year } = fields(at);
  return `${day}/${month}/${year}`;
}
/** HH:mm */
export function time(at: Date): string {
  const { hour, minute } = fields(at);
  return `${hour}:${minute}`;
}
/** dd/MM/yyyy HH:mm */
export const dateTime = (at: Date): string => `${date(at)} ${time(at)}`;

/** «17:00, Thứ ba 24/11/2026» */
export function longDateTime(at: Date, locale: Locale): string {
  const { day, month, year } = fields(at);
  const weekday = weekdays[locale][new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()];
  return `${time(at)}, ${locale === 'vi' ? weekday?.toLowerCase() : weekday} ${day}/${month}/${year}`;
}
/** yyyy-MM-dd of a date in data → dd/MM/yyyy; other text stays as it is. */
export function plainDate(text: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : text;
}
/** 500000 → «500.000», «500,000» in English. */
export const count = (value: number, locale: Locale): string =>
  String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',');

/** 8000 → «8.000 đ» */
export const money = (amount: number): string => `${count(amount, 'vi')} đ`;

/** 1536000 → «1,5 MB» */
export function fileSize(bytes: number, locale: Locale): string {
  const megabytes = bytes / 1_048_576;
  const text =
    megabytes >= 1 ? `${Number(megabytes.toFixed(1))} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return locale === 'vi' ? text.replace('.', ',') : text;
}
