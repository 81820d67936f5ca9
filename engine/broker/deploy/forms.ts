/** Deployed forms, which user tasks name by their id: versions, duplicates, deletion (zeebe.md 3.19). */
import type { Engine } from '../process/engine.ts';
import type { Form, Key } from '../state/model.ts';
import { add, fresh, remove } from '../state/rows.ts';
import { change, newKey, type State } from '../state/state.ts';

/** A form file that was read. */
export interface FormResource {
  readonly name: string;
  readonly content: Uint8Array;
  readonly checksum: string;
  readonly formId: string;
}

/** Form ids stand in an index of Postgres, whose entries are below 2 704 bytes. */
const MAX_ID = 600;

/** The id of a form file, or what an answer says is wrong with it: with the file's name only where Zeebe tells it. */
export function readFormId(
  name: string,
  content: Uint8Array,
): { readonly ok: true; readonly id: string } | { readonly ok: false; readonly message: string } {
  const failed = (message: string) => ({ ok: false, message }) as const;
  let form: unknown;
  try {
    form = JSON.parse(firstValue(new TextDecoder('utf-8', { fatal: true }).decode(content)));
  } catch (error) {
    return failed(`'${name}': ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof form !== 'object' || form === null || Array.isArray(form)) {
    return failed(`'${name}': Expected a form to be a JSON object`);
  }
  const { id } = form as { id?: unknown };
  if (id === undefined || id === null) return failed('Expected the form id to be present, but none given');
  if (typeof id === 'object') return failed(`'${name}': Expected the form id to be a text`);
  const text = String(id);
  if (text.trim() === '') return failed('Expected the form id to be filled, but it is blank');
  return text.length > MAX_ID
    ? failed(`'${name}': Expected a form id of at most ${MAX_ID} characters`)
    : { ok: true, id: text };
}

/** Whatever follows the first object is ignored, as by Zeebe. */
function firstValue(text: string): string {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return text.slice(0, at + 1);
  }
  return text;
}

/** Why files of one deployment exclude each other; '' when they do not. */
export function duplicateFormIds(resources: readonly FormResource[]): string {
  const seen = new Map<string, string>();
  for (const { formId, name } of resources) {
    const other = seen.get(formId);
    if (other !== undefined) {
      return `Expected the form ids to be unique within a deployment but found a duplicated id '${formId}' in the resources '${other}' and '${name}'.`;
    }
    seen.set(formId, name);
  }
  return '';
}

/** A deleted version keeps its number, and no content, as long as there is another version. */
const isThere = (form: Form): boolean => form.resource.length > 0;

export const latestForm = (state: State, formId: string): Form | undefined =>
  state.formVersions.get(formId)?.findLast(isThere);

export function deployForm({ state }: Engine, deploymentKey: Key, resource: FormResource): Form {
  const { formId, name: resourceName, checksum, content } = resource;
  const latest = latestForm(state, formId);
  if (latest?.checksum === checksum && latest.resourceName === resourceName) return latest;
  const version = (state.formVersions.get(formId)?.at(-1)?.version ?? 0) + 1;
  const key = newKey(state);
  const form: Form = {
    ...fresh,
    key,
    formId,
    version,
    resourceName,
    checksum,
    deploymentKey,
    resource: content,
  };
  add(state, 'forms', form);
  return form;
}

/** A form that can be deleted. */
export const deployedForm = (state: State, key: Key): Form | undefined => {
  const form = state.forms.get(key);
  return form && isThere(form) ? form : undefined;
};

/** Deletes a version; the one before it is the latest again. With the last one the numbers begin anew, as in Zeebe. */
export function deleteForm({ state }: Engine, form: Form): void {
  change(state, 'forms', form, { resource: new Uint8Array() });
  const versions = state.formVersions.get(form.formId) ?? [];
  if (!versions.some(isThere)) for (const one of [...versions]) remove(state, 'forms', one);
}
