/** Input values as forms and clerks write them, brought to one shape. */
import { z } from 'zod';

/** A required text without blanks around it. */
export const text = (max: number) => z.string().trim().min(1).max(max);

/** `yyyy-MM-dd`, `dd/MM/yyyy`, `d-M-yyyy` or an ISO instant (its Vietnamese day) → `yyyy-MM-dd`; the day must exist. */
export const calendarDate = z.union([z.string(), z.date()]).transform((value, context) => {
  const date = toIsoDate(value);
  if (date) return date;
  context.addIssue({ code: 'custom', message: 'not a date: expected yyyy-MM-dd or dd/MM/yyyy' });
  return z.NEVER;
});

/** Số định danh cá nhân: 12 digits (NĐ 137/2015, Luật Căn cước 2023 Đ12). */
export const personalId = z
  .string()
  .trim()
  .regex(/^\d{12}$/, 'expected 12 digits');

export type Sex = 'male' | 'female';
const sexes: Readonly<Record<string, Sex>> = {
  male: 'male',
  nam: 'male',
  female: 'female',
  nữ: 'female',
  nu: 'female',
};
export const sex = z.string().transform((value, context): Sex => {
  const found = sexes[value.trim().normalize('NFC').toLowerCase()];
  if (found) return found;
  context.addIssue({ code: 'custom', message: 'expected male/nam or female/nữ' });
  return z.NEVER;
});

function toIsoDate(value: string | Date): string | undefined {
  const instant =
    value instanceof Date ? value : /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : undefined;
  if (instant) return Number.isNaN(instant.getTime()) ? undefined : vietnameseDay(instant);
  const written = String(value).trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const check = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(check.getTime()) || check.toISOString().slice(0, 10) !== date ? undefined : date;
}

/** The calendar day in Vietnam (UTC+7, no DST) of an instant, `yyyy-MM-dd`. */
function vietnameseDay(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** `yyyy-MM-dd HH:mm:ss` in Vietnamese time. */
export function vietnameseTime(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
