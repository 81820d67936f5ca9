/** Dotted paths into form data. Only own properties are read; `__proto__` and its like are never followed or written. */
import type { FormData } from './types.ts';

const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

/** True for a path whose every step may be used as a property name. */
export const safePath = (path: string): boolean =>
  path.split('.').every((step) => step !== '' && !FORBIDDEN.has(step));

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Value at `path`, or undefined where the way ends. Array rows are steps such as `members.0.name`. */
export function getPath(data: unknown, path: string): unknown {
  let value = data;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || FORBIDDEN.has(step) || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** Copy of `data` with `value` at `path`; undefined removes the property. Unsafe paths leave the data as it is. */
export function setPath(data: FormData, path: string, value: unknown): FormData {
  if (!safePath(path)) return data;
  return setSteps(data, path.split('.'), value) as FormData;
}

function setSteps(container: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (/^\d{1,4}$/.test(step) && (Array.isArray(container) || !isRecord(container))) {
    const rows: unknown[] = Array.isArray(container) ? [...container] : [];
    while (rows.length < Number(step)) rows.push({});
    const next = setSteps(rows[Number(step)], rest, value);
    if (next === undefined) rows.splice(Number(step), 1);
    else rows[Number(step)] = next;
    return rows;
  }
  const copy: Record<string, unknown> = isRecord(container) ? { ...container } : {};
  const next = setSteps(Object.hasOwn(copy, step) ? copy[step] : undefined, rest, value);
  if (next === undefined) delete copy[step];
  else copy[step] = next;
  return copy;
}
