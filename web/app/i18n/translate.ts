/** Typed message catalogues, Vietnamese first. A message may hold `{name}` places. */
export type Locale = 'vi' | 'en';
type Values = Readonly<Record<string, string | number>>;
export interface Catalogue<K extends string> {
  readonly vi: Readonly<Record<K, string>>;
  readonly en: Readonly<Record<K, string>>;
}
export type Translate<K extends string> = (key: K, values?: Values) => string;

/** A catalogue; the compiler checks that both languages have the same keys. */
export function catalogue<const K extends string>(
  vi: Readonly<Record<K, string>>,
  en: Readonly<Record<NoInfer<K>, string>>,
): Catalogue<K> {
  return { vi, en };
}

/** The function that looks messages of one catalogue up. A place without a value is left empty. */
export function translator<K extends string>(messages: Catalogue<K>, locale: Locale): Translate<K> {
  return (key, values = {}) =>
    messages[locale][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** One language of a text that carries both. */
export const pick = (text: { readonly vi: string; readonly en: string }, locale: Locale): string =>
  text[locale];
