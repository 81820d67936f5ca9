/** The one shape every field check has: raw value in, cleaned value and perhaps a sentence out. */
import type { Field, FormData, Locale, Places } from '../types.ts';
import { type MessageKey, message } from './messages.ts';

export interface Check {
  readonly field: Field;
  readonly label: string;
  readonly raw: unknown;
  readonly locale: Locale;
  /** `yyyy-MM-dd` in Việt Nam. */
  readonly today: string;
  readonly places: Places | undefined;
  /** Reads another field's raw value by schema path, in the same row where there is one. */
  readonly other: (path: string) => unknown;
  readonly data: FormData;
}
/** `value` is kept even when wrong, so that the page can show what was entered. Undefined: no entry. */
export interface Outcome {
  readonly value: unknown;
  readonly error?: string;
}
export const clean = (value: unknown): Outcome => ({ value });
export const fail = (
  value: unknown,
  locale: Locale,
  key: MessageKey,
  label: string,
  ...details: readonly string[]
): Outcome => ({
  value,
  error: message(locale, key, label, ...details),
});
