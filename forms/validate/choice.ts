/** Choices: one option, several boxes, a single tick. */
import { isRecord } from '../paths.ts';
import { type Check, clean, fail, type Outcome } from './check.ts';
import { tidy } from './text.ts';

export function checkChoice({ field, label, raw, locale }: Check): Outcome {
  const value = typeof raw === 'boolean' ? String(raw) : tidy(raw);
  if (value === '')
    return field.rules.required ? fail(undefined, locale, 'requiredChoice', label) : clean(undefined);
  return field.options.some((option) => option.value === value)
    ? clean(value)
    : fail(value.slice(0, 200), locale, 'choice', label);
}

export function checkTick({ field, label, raw, locale }: Check): Outcome {
  const ticked = raw === true || raw === 'true' || raw === 'on' || raw === '1';
  if (!ticked && field.rules.required)
    return fail(raw === undefined ? undefined : false, locale, 'requiredTick', label);
  return clean(raw === undefined || raw === null ? undefined : ticked);
}

export function checkBoxes({ field, label, raw, locale }: Check): Outcome {
  const ticked = field.options.filter(
    (option) =>
      (isRecord(raw) &&
        Object.hasOwn(raw, option.value) &&
        (raw[option.value] === true || raw[option.value] === 'on')) ||
      (Array.isArray(raw) && raw.includes(option.value)),
  );
  if (ticked.length === 0)
    return field.rules.required ? fail(undefined, locale, 'requiredChoices', label) : clean(undefined);
  return clean(Object.fromEntries(ticked.map((option) => [option.value, true])));
}
