/** Cleaning and checking of texts: plain, names, e-mail, telephone, numbers. */
import { compilePattern } from '../parse/rules.ts';
import type { Field } from '../types.ts';
import { type Check, clean, fail, type Outcome } from './check.ts';

/** Most characters where the form sets no limit. */
const MOST = { textfield: 500, textarea: 10_000 } as const;

/** Unicode NFC, no control characters (Postgres refuses some), trimmed; line breaks stay only in long texts. */
export function tidy(raw: unknown, multiline = false): string {
  const text =
    typeof raw === 'string' ? raw : typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : '';
  const plain = text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n');
  const kept = multiline
    ? plain.replace(/[^\P{Cc}\n\t]/gu, '')
    : plain.replace(/\p{Cc}/gu, ' ').replace(/ +/g, ' ');
  return kept.trim();
}

export function checkText({ field, label, raw, locale }: Check): Outcome {
  const { rules } = field;
  let text = tidy(raw, field.type === 'textarea');
  if (rules.case === 'upper') text = text.toLocaleUpperCase('vi');
  if (rules.case === 'lower') text = text.toLocaleLowerCase('vi');
  if (text === '') return rules.required ? fail(undefined, locale, 'required', label) : clean(undefined);
  const most = rules.maxLength ?? (field.type === 'textarea' ? MOST.textarea : MOST.textfield);
  if (text.length > most) return fail(text, locale, 'tooLong', label, String(most), String(text.length));
  if (rules.minLength !== undefined && text.length < rules.minLength) {
    return fail(text, locale, 'tooShort', label, String(rules.minLength), String(text.length));
  }
  if (field.format === 'personName' && !isPersonName(text)) return fail(text, locale, 'personName', label);
  if (!matchesPattern(field, text)) {
    return rules.patternMessage === undefined
      ? fail(text, locale, 'pattern', label)
      : { value: text, error: rules.patternMessage };
  }
  return clean(text);
}

/** Latin letters with any diacritics, as in Vietnamese and ethnic minorities' names (K’Brừi, Y Moan Êban). */
const isPersonName = (text: string): boolean =>
  /^[\p{Script=Latin}][\p{Script=Latin}\p{M} .'’ʼ-]*$/u.test(text);

const matchesPattern = (field: Field, text: string): boolean =>
  field.rules.pattern === undefined || (compilePattern(field.rules.pattern)?.test(text) ?? false);

export function checkEmail(check: Check): Outcome {
  const text = tidy(check.raw);
  if (text === '') return checkText(check);
  const wellFormed =
    text.length <= 254 &&
    /^[^\s@<>(),;:"\\[\]]+@[^\s@.<>(),;:"\\[\]]+(\.[^\s@.<>(),;:"\\[\]]+)+$/.test(text) &&
    !text.includes('..');
  return wellFormed ? checkText(check) : fail(text, check.locale, 'email', check.label);
}

/** Vietnamese numbers become 0xxxxxxxxx, others +xxxxxxxx. */
export function checkPhone({ field, label, raw, locale }: Check): Outcome {
  const text = tidy(raw);
  if (text === '')
    return field.rules.required ? fail(undefined, locale, 'required', label) : clean(undefined);
  const bare = text.replace(/[\s().\-–]/g, '').replace(/^00/, '+');
  const national = bare.replace(/^(\+?84)0?(?=\d{9,10}$)/, '0');
  if (/^0(?:[35789]\d{8}|2\d{9})$/.test(national)) return clean(national);
  if (/^\+(?!84)[1-9]\d{7,14}$/.test(bare)) return clean(bare);
  return fail(text, locale, 'phone', label);
}

/** `1.500` and `1 500` are fifteen hundred, `1,5` is one and a half. The data holds a number. */
export function checkNumber({ field, label, raw, locale }: Check): Outcome {
  const { rules } = field;
  const text = tidy(raw);
  if (text === '') return rules.required ? fail(undefined, locale, 'required', label) : clean(undefined);
  const value = typeof raw === 'number' ? raw : parseNumber(text);
  if (value === undefined) return fail(text, locale, 'number', label);
  if (rules.integer === true && !Number.isInteger(value)) return fail(value, locale, 'integer', label);
  if (rules.min !== undefined && value < rules.min)
    return fail(value, locale, 'min', label, showNumber(rules.min));
  if (rules.max !== undefined && value > rules.max)
    return fail(value, locale, 'max', label, showNumber(rules.max));
  return clean(value);
}

function parseNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0]/g, '');
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) ? bare.replace(/\./g, '') : bare;
  const plain = grouped.replace(',', '.');
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : undefined;
}

/** 1500.5 → `1.500,5`. */
export const showNumber = (value: number): string =>
  value.toLocaleString('vi-VN', { maximumFractionDigits: 10 });
