/** References to stored files: shape, count, type by name, size. The bytes were sniffed when they were stored. */
import { isRecord } from '../paths.ts';
import type { Field, FileRef } from '../types.ts';
import { type Check, clean, fail, type Outcome } from './check.ts';
import { tidy } from './text.ts';

/** More references than anyone uploads; the rest is dropped. */
const MOST_FILES = 20;

export const fileRefs = (raw: unknown): readonly FileRef[] => {
  const seen = new Set<string>();
  return (Array.isArray(raw) ? raw : []).slice(0, MOST_FILES).flatMap((item: unknown) => {
    if (!isRecord(item) || typeof item.id !== 'string' || item.id === '' || seen.has(item.id)) return [];
    seen.add(item.id);
    const size =
      typeof item.size === 'number' && item.size >= 0 && Number.isFinite(item.size) ? item.size : 0;
    return [{ id: item.id, name: tidy(item.name).slice(0, 255), size, mime: tidy(item.mime).slice(0, 100) }];
  });
};

export function checkFiles({ field, label, raw, locale }: Check): Outcome {
  const files = fileRefs(raw);
  const limits = field.file;
  if (files.length === 0)
    return field.rules.required ? fail(undefined, locale, 'requiredFile', label) : clean(undefined);
  if (limits === undefined) return clean(files);
  if (!limits.multiple && files.length > 1) return fail(files, locale, 'fileOne', label);
  const wrong = files.find((file) => !isAccepted(file, limits.accept));
  if (wrong !== undefined)
    return fail(files, locale, 'fileType', label, wrong.name, showAccept(limits.accept));
  const large = files.find((file) => file.size > limits.maxBytes);
  if (large !== undefined)
    return fail(
      files,
      locale,
      'fileSize',
      label,
      large.name,
      showSize(large.size),
      showSize(limits.maxBytes),
    );
  return clean(files);
}

function isAccepted(file: FileRef, accept: NonNullable<Field['file']>['accept']): boolean {
  const name = file.name.toLowerCase();
  return accept.some((pattern) => {
    const wanted = pattern.toLowerCase();
    if (wanted === '*' || wanted === '*/*') return true;
    if (wanted.startsWith('.') || wanted.startsWith('*.')) return name.endsWith(wanted.replace(/^\*/, ''));
    return wanted.endsWith('/*') ? file.mime.startsWith(wanted.slice(0, -1)) : file.mime === wanted;
  });
}

/** `.pdf,.jpg` → `PDF, JPG`. */
export const showAccept = (accept: readonly string[]): string =>
  [
    ...new Set(
      accept.map((pattern) =>
        pattern
          .replace(/^\*?\./, '')
          .replace(/^image\/\*$/, 'JPG, PNG')
          .replace(/^application\//, '')
          .replace(/^jpeg$/i, 'jpg')
          .toUpperCase(),
      ),
    ),
  ].join(', ');

/** Bytes in Vietnamese figures: 1.536 → `1,5 KB`. */
export function showSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${value.toLocaleString('vi-VN', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}
