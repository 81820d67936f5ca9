/**
 * What later updates did to a signed revision. Allowed: filling fields that were still empty and adding validation data (DSS),
 * as DocMDP level 2 does (ISO 32000-1 12.8.2.2). Everything else is forbidden: pages, their contents, annotations, filled fields.
 */
import {
  type PDF,
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core';
import { loadPdf, resolverOf } from '../form.ts';

export type Changes = 'none' | 'allowed' | 'forbidden';

const CATALOG_MAY_CHANGE = ['DSS'];
const FORM_MAY_CHANGE = ['SigFlags'];
const EMPTY_SIGNATURE_MAY_CHANGE = ['V', 'AP', 'F'];
const EMPTY_TEXT_MAY_CHANGE = ['V', 'AP'];

/** @param signedLength length of the signed revision in bytes */
export async function changesAfter(bytes: Uint8Array, signedLength: number): Promise<Changes> {
  if (signedLength === bytes.length) return 'none';
  const [before, after] = [await loadPdf(bytes.subarray(0, signedLength)), await loadPdf(bytes)];
  if (before.canSaveIncrementally() !== null || after.canSaveIncrementally() !== null) return 'forbidden';
  if (!sameTrailer(before, after)) return 'forbidden';
  const mayChange = allowedChanges(before);
  const [resolveBefore, resolveAfter] = [resolverOf(before), resolverOf(after)];
  for (let number = 1; number < before.context.registry.nextObjectNumber; number += 1) {
    const ref = PdfRef.of(number, 0);
    const old = resolveBefore(ref);
    if (old === null) continue;
    if (canonical(old, mayChange.get(number)) !== canonical(resolveAfter(ref), mayChange.get(number)))
      return 'forbidden';
  }
  return 'allowed';
}

function sameTrailer(before: PDF, after: PDF): boolean {
  const [old, now] = [before.context.info.trailer, after.context.info.trailer];
  return ['Root', 'Info', 'Encrypt'].every(
    (key) => canonical(old.get(key) ?? null) === canonical(now.get(key) ?? null),
  );
}

/** Object number → keys that a later update may set. */
function allowedChanges(before: PDF): Map<number, readonly string[]> {
  const allowed = new Map<number, readonly string[]>();
  const resolve = resolverOf(before);
  const root = before.context.info.trailer.getRef('Root');
  if (root) allowed.set(root.objectNumber, CATALOG_MAY_CHANGE);
  const formRef = before.getCatalog().getRef('AcroForm');
  const form = formRef ? resolve(formRef) : null;
  if (!formRef || !(form instanceof PdfDict)) return allowed;
  allowed.set(formRef.objectNumber, FORM_MAY_CHANGE);
  for (const ref of form.getArray('Fields', resolve) ?? []) {
    const field = ref instanceof PdfRef ? resolve(ref) : null;
    if (!(ref instanceof PdfRef && field instanceof PdfDict) || field.has('V')) continue;
    const signature = field.getName('FT')?.value === 'Sig';
    allowed.set(ref.objectNumber, signature ? EMPTY_SIGNATURE_MAY_CHANGE : EMPTY_TEXT_MAY_CHANGE);
  }
  return allowed;
}

/** One text per content: equal objects, equal texts, whatever the order of keys or the spelling of strings. */
function canonical(object: PdfObject | null, without: readonly string[] = []): string {
  if (object instanceof PdfRef) return `${object.objectNumber} ${object.generation} R`;
  if (object instanceof PdfName) return `/${object.value}`;
  if (object instanceof PdfNumber || object instanceof PdfBool) return String(object.value);
  if (object instanceof PdfString) return `(${Buffer.from(object.bytes).toString('hex')})`;
  if (object instanceof PdfArray) return `[${[...object].map((item) => canonical(item)).join(' ')}]`;
  if (object instanceof PdfDict) {
    const entries = [...object].filter(([key]) => !without.includes(key.value));
    const texts = entries.map(([key, value]) => `/${key.value} ${canonical(value)}`).sort();
    const data = object instanceof PdfStream ? `stream ${Buffer.from(object.data).toString('base64')}` : '';
    return `<<${texts.join(' ')}>>${data}`;
  }
  return 'null';
}
