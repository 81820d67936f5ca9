/** What a browser sent (names = paths) → form data. Only fields of the form are read; unknown names are ignored. */
import { parseDate } from './dates.ts';
import { getPath, setPath } from './paths.ts';
import type { Field, FileRef, Form, FormData, FormNode } from './types.ts';
import { fileRefs } from './validate/file.ts';
import { findField, instances } from './walk.ts';

type Entries = ReadonlyMap<string, readonly string[]>;

/**
 * Data after the posted page: fields that were on the page are replaced, all others stay as in `previous`.
 * Stored files are named by id and taken from `previous`, so nobody can claim a file that is not in his form.
 */
export function readSubmission(
  form: Form,
  entries: Iterable<readonly [string, string]>,
  previous: FormData,
): FormData {
  const posted = new Map<string, string[]>();
  for (const [name, value] of entries) posted.set(name, [...(posted.get(name) ?? []), value]);
  const files = knownFiles(form, previous);
  let data = readRowCounts(form, posted, previous);
  for (const page of form.pages) {
    for (const { field, path } of instances(page.nodes, data)) {
      if (field.readOnly) continue;
      const read = readField(field, path, posted, files);
      if (read !== undefined) data = setPath(data, path, read.value);
    }
  }
  return data;
}

/** `<repeat>._rows` says how many rows the page showed. */
function readRowCounts(form: Form, posted: Entries, previous: FormData): FormData {
  let data = previous;
  const visit = (nodes: readonly FormNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'section') visit(node.children);
      if (node.kind !== 'repeat') continue;
      const count = Number(posted.get(`${node.path}._rows`)?.at(-1) ?? Number.NaN);
      if (!Number.isInteger(count) || count < 0) continue;
      const rows = getPath(data, node.path);
      const old: readonly unknown[] = Array.isArray(rows) ? rows : [];
      data = setPath(
        data,
        node.path,
        Array.from({ length: Math.min(count, node.maxRows) }, (_, index) => old[index] ?? {}),
      );
    }
  };
  for (const page of form.pages) visit(page.nodes);
  return data;
}

/** Undefined: the field was not on the page. */
function readField(
  field: Field,
  path: string,
  posted: Entries,
  files: ReadonlyMap<string, FileRef>,
): { readonly value: unknown } | undefined {
  const last = (name: string): string | undefined => posted.get(name)?.at(-1);
  const text = last(path);
  switch (field.type) {
    case 'date':
      return readDate(field, path, last);
    case 'checkbox':
      return text === undefined
        ? undefined
        : { value: posted.get(path)?.some((value) => value === 'on' || value === 'true') ?? false };
    case 'selectboxes': {
      if (last(`${path}._set`) === undefined) return undefined;
      const ticked = field.options.filter((option) => last(`${path}.${option.value}`) !== undefined);
      return {
        value:
          ticked.length === 0 ? undefined : Object.fromEntries(ticked.map((option) => [option.value, true])),
      };
    }
    case 'file': {
      if (last(`${path}._files`) === undefined) return undefined;
      const ids = [...posted].flatMap(([name, values]) =>
        name.startsWith(`${path}.`) && /^\d+\.id$/.test(name.slice(path.length + 1)) ? values : [],
      );
      const kept = ids.flatMap((id) => files.get(id) ?? []);
      return { value: kept.length === 0 ? undefined : kept };
    }
    case 'address': {
      const parts = (['province', 'provinceName', 'commune', 'communeName', 'detail'] as const).map(
        (name) => [name, last(`${path}.${name}`)] as const,
      );
      if (parts.every(([, value]) => value === undefined)) return undefined;
      const filled = parts.filter(([, value]) => value !== undefined && value.trim() !== '');
      return { value: filled.length === 0 ? undefined : Object.fromEntries(filled) };
    }
    default:
      return text === undefined ? undefined : { value: text === '' ? undefined : text };
  }
}

function readDate(
  field: Field,
  path: string,
  last: (name: string) => string | undefined,
): { readonly value: unknown } | undefined {
  const [day, month, year] = [last(`${path}.day`), last(`${path}.month`), last(`${path}.year`)];
  const text = last(path);
  if (day === undefined && month === undefined && year === undefined && text === undefined) return undefined;
  const raw = text ?? { day: day ?? '', month: month ?? '', year: year ?? '' };
  const parsed = parseDate(raw, field.format === 'partialDate');
  if (parsed.kind === 'blank') return { value: undefined };
  return { value: parsed.kind === 'date' ? parsed.iso : raw };
}

function knownFiles(form: Form, data: FormData): ReadonlyMap<string, FileRef> {
  const found = new Map<string, FileRef>();
  for (const page of form.pages) {
    for (const { field, path } of instances(page.nodes, data)) {
      if (field.type === 'file') for (const ref of fileRefs(getPath(data, path))) found.set(ref.id, ref);
    }
  }
  return found;
}

/** A button that changes the page instead of sending it: rows, stored files, the list of communes. */
export type Operation =
  | { readonly kind: 'add'; readonly path: string }
  | { readonly kind: 'remove'; readonly path: string; readonly index: number }
  | { readonly kind: 'removeFile'; readonly path: string; readonly id: string }
  | { readonly kind: 'show'; readonly path: string };

/** The operation among posted entries (button name `_op`), or undefined. `show` only asks for the page again. */
export function readOperation(entries: Iterable<readonly [string, string]>): Operation | undefined {
  for (const [name, value] of entries) {
    if (name !== '_op') continue;
    const [verb, target = ''] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
    const cut = target.lastIndexOf('.');
    const [path, tail] = [target.slice(0, cut), target.slice(cut + 1)];
    if (verb === 'add') return { kind: 'add', path: target };
    if (verb === 'remove' && cut > 0 && /^\d{1,3}$/.test(tail))
      return { kind: 'remove', path, index: Number(tail) };
    if (verb === 'removeFile' && cut > 0) return { kind: 'removeFile', path, id: tail };
    if (verb === 'places' || verb === 'show') return { kind: 'show', path: target };
  }
  return undefined;
}

/** Data after the operation; one that does not fit the form changes nothing. */
export function applyOperation(form: Form, data: FormData, operation: Operation): FormData {
  if (operation.kind === 'show') return data;
  if (operation.kind === 'removeFile') {
    if (findField(form, operation.path)?.type !== 'file') return data;
    const kept = fileRefs(getPath(data, operation.path)).filter((ref) => ref.id !== operation.id);
    return setPath(data, operation.path, kept.length === 0 ? undefined : kept);
  }
  const repeat = findRepeat(form, operation.path);
  if (repeat === undefined) return data;
  const found = getPath(data, repeat.path);
  const rows: readonly unknown[] = Array.isArray(found) ? found : [];
  if (operation.kind === 'add') {
    const next = [
      ...rows,
      ...Array.from({ length: Math.max(0, repeat.minRows - rows.length) }, () => ({})),
      {},
    ];
    return next.length > repeat.maxRows ? data : setPath(data, repeat.path, next);
  }
  return setPath(
    data,
    repeat.path,
    rows.filter((_, index) => index !== operation.index),
  );
}

function findRepeat(form: Form, path: string): Extract<FormNode, { kind: 'repeat' }> | undefined {
  const inside = (nodes: readonly FormNode[]): Extract<FormNode, { kind: 'repeat' }> | undefined => {
    for (const node of nodes) {
      const found =
        node.kind === 'repeat' && node.path === path
          ? node
          : node.kind === 'section'
            ? inside(node.children)
            : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return form.pages.map((page) => inside(page.nodes)).find((node) => node !== undefined);
}

/** Puts a stored upload into its field: replaces the old one where only one file is allowed. Unknown fields change nothing. */
export function addFile(form: Form, data: FormData, path: string, ref: FileRef): FormData {
  const field = findField(form, path);
  if (field?.type !== 'file') return data;
  const old = field.file?.multiple === true ? fileRefs(getPath(data, path)) : [];
  const plain = { id: ref.id, name: ref.name, size: ref.size, mime: ref.mime };
  return setPath(data, path, [...old.filter((one) => one.id !== ref.id), plain]);
}
