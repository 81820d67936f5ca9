/** Every catalogue: both languages, the same places, and the words the house does not use. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from './translate.ts';

const names = readdirSync(import.meta.dirname).filter(
  (name) => /^[a-z-]+\.ts$/.test(name) && !['translate.ts', 'format.ts', 'use-locale.ts'].includes(name),
);
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(names)('%s', async (name) => {
  const module = (await import(join(import.meta.dirname, name))) as Record<string, unknown>;
  const catalogues = Object.values(module).filter(
    (value): value is Catalogue<string> =>
      typeof value === 'object' && value !== null && 'vi' in value && 'en' in value,
  );

  test('both languages say the same', () => {
    for (const { vi, en } of catalogues)
      for (const [key, text] of Object.entries(vi)) {
        expect(text.trim(), key).not.toBe('');
        expect(en[key]?.trim(), key).toBeTruthy();
        expect(places(en[key] ?? ''), key).toEqual(places(text));
      }
  });

  test('no technical word meets a citizen', () => {
    const forbidden = /\b(server|token|session|database|null|undefined|exception|submit|upload)\b/i;
    for (const { vi } of catalogues)
      for (const [key, text] of Object.entries(vi)) expect(text, key).not.toMatch(forbidden);
  });
});
