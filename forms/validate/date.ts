/** Dates: readable, existing, within limits. */
import { parseDate, showDate } from '../dates.ts';
import { isRecord } from '../paths.ts';
import { type Check, clean, fail, type Outcome } from './check.ts';
import { tidy } from './text.ts';

export function checkDate({ field, label, raw, locale, today }: Check): Outcome {
  const parsed = parseDate(raw, field.format === 'partialDate');
  const example = '5/3/2026';
  if (parsed.kind === 'blank')
    return field.rules.required ? fail(undefined, locale, 'requiredDate', label, example) : clean(undefined);
  if (parsed.kind === 'bad') {
    const kept = keep(raw);
    const { parts } = parsed;
    switch (parsed.reason) {
      case 'missing':
        return fail(kept, locale, 'datePart', label, missingParts(parts, locale));
      case 'noSuchDay':
        return fail(
          kept,
          locale,
          'noSuchDay',
          label,
          [parts?.day, parts?.month, parts?.year].filter((digits) => digits !== '').join('/'),
        );
      case 'yearDigits':
        return fail(kept, locale, 'yearDigits', label);
      case 'unreadable':
        return fail(kept, locale, 'date', label, example);
    }
  }
  const { iso } = parsed;
  const least = limit(field.rules.minDate, today);
  const most = limit(field.rules.maxDate, today);
  // A partial date is inside the limits if any day of it is.
  if (least !== undefined && iso < least.slice(0, iso.length))
    return fail(iso, locale, 'dateMin', label, showDate(least));
  if (most !== undefined && iso > most.slice(0, iso.length)) {
    return fail(
      iso,
      locale,
      field.rules.maxDate === 'today' ? 'dateFuture' : 'dateMax',
      label,
      showDate(most),
    );
  }
  return clean(iso);
}

const limit = (rule: string | undefined, today: string): string | undefined =>
  rule === 'today' ? today : rule;

function missingParts(
  parts: { day: string; month: string; year: string } | undefined,
  locale: 'vi' | 'en',
): string {
  const names = {
    day: { vi: 'ngày', en: 'day' },
    month: { vi: 'tháng', en: 'month' },
    year: { vi: 'năm', en: 'year' },
  } as const;
  const missing = (['day', 'month', 'year'] as const)
    .filter((name) => (parts?.[name] ?? '') === '')
    .map((name) => names[name][locale]);
  return missing.join(locale === 'vi' ? ' và ' : ' and ');
}

/** What was typed, for showing it again. */
function keep(raw: unknown): unknown {
  if (typeof raw === 'string') return tidy(raw).slice(0, 60);
  if (!isRecord(raw)) return undefined;
  const box = (value: unknown): string => tidy(value).slice(0, 10);
  return { day: box(raw.day), month: box(raw.month), year: box(raw.year) };
}
