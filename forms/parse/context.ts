/** What parsing carries along: the language, the problems found so far, and readers for loosely typed JSON. */
import { isRecord } from '../paths.ts';
import type { FormProblem, Locale } from '../types.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface ParseContext {
  readonly locale: Locale;
  readonly problems: FormProblem[];
  /** Condition references to check once every component is known. */
  readonly references: { readonly path: string; readonly component: string }[];
  count: number;
}

export function report(ctx: ParseContext, path: string, vi: string, en: string): void {
  ctx.problems.push({ path, message: { vi, en } });
}

/** Non-empty text of a property, else undefined. */
export function text(json: Json, name: string): string | undefined {
  const value = Object.hasOwn(json, name) ? json[name] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A finite number, also from the digits older exports write as text. */
export function number(json: Json, name: string): number | undefined {
  const value = json[name];
  if (value === '' || value === null || value === undefined || typeof value === 'boolean') return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : undefined;
}

export const record = (value: unknown): Json => (isRecord(value) ? value : {});
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Own texts of a component in the chosen language: `properties.en` and `properties["en:<what>"]` over the Vietnamese. */
export function translated(
  ctx: ParseContext,
  json: Json,
  vietnamese: string | undefined,
  what = '',
): string | undefined {
  if (ctx.locale === 'vi') return vietnamese;
  return text(record(json.properties), what === '' ? 'en' : `en:${what}`) ?? vietnamese;
}
