/**
 * Personal identification number (số định danh cá nhân), 12 digits: province or country of birth registration (3), century and
 * sex (1), year of birth (2), serial (6). Source: NĐ 70/2024/NĐ-CP; province codes TT 59/2021/TT-BCA (63 codes before the
 * merger of provinces, they stay in issued numbers).
 */
import { parseDate } from '../dates.ts';
import { type Check, clean, fail, type Outcome } from './check.ts';
import { tidy } from './text.ts';

const PROVINCES = new Set(
  '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'.split(
    ' ',
  ),
);

/** Year of birth and sex the number states. `digits` must be 12 digits. */
function readCitizenId(digits: string): {
  readonly province: string;
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
} {
  const century = Number(digits.charAt(3));
  return {
    province: digits.slice(0, 3),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(digits.slice(4, 6)),
  };
}

export function checkCitizenId({ field, label, raw, locale, today, other }: Check): Outcome {
  const text = tidy(raw);
  if (text === '')
    return field.rules.required ? fail(undefined, locale, 'required', label) : clean(undefined);
  const digits = text.replace(/[\s.-]/g, '');
  if (!/^\d{12}$/.test(digits))
    return fail(text, locale, 'idDigits', label, String(digits.replace(/\D/g, '').length));
  const { province, sex, birthYear } = readCitizenId(digits);
  // Codes from 100 on are countries, for those born abroad.
  if (!PROVINCES.has(province) && Number(province) < 100)
    return fail(digits, locale, 'idProvince', label, province);
  if (birthYear > Number(today.slice(0, 4))) return fail(digits, locale, 'idYear', label, String(birthYear));
  const birthDate =
    field.agreesWith?.birthDate === undefined
      ? undefined
      : parseDate(other(field.agreesWith.birthDate), true);
  if (birthDate?.kind === 'date' && Number(birthDate.iso.slice(0, 4)) !== birthYear) {
    return fail(digits, locale, 'idBirthDate', label, String(birthYear), birthDate.iso.slice(0, 4));
  }
  const stated = field.agreesWith?.sex === undefined ? undefined : sexOf(other(field.agreesWith.sex));
  return stated !== undefined && stated !== sex ? fail(digits, locale, 'idSex', label) : clean(digits);
}

function sexOf(value: unknown): 'male' | 'female' | undefined {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (['male', 'nam', 'm', '1'].includes(word)) return 'male';
  return ['female', 'nữ', 'nu', 'f', '2'].includes(word) ? 'female' : undefined;
}
