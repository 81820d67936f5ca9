/** Makes uploads part of a dossier: what the form data says of a file is replaced by what is really stored. */
import { filledFields } from '../../../forms/index.ts';
import type { Field, FileRef } from '../../../forms/types.ts';
import { RuntimeError } from '../api.ts';
import { type ProcedureVersion, versionForm } from '../package/versions.ts';
import { json, type Transaction } from '../store/connect.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * Finds file references anywhere in the data and binds their documents to the dossier.
 * @throws RuntimeError INVALID when a file does not exist or belongs to another dossier.
 */
export async function attachUploads(
  tx: Transaction,
  dossierId: string,
  version: ProcedureVersion,
  data: Data,
): Promise<Data> {
  const fields = fileFields(version);
  const walk = async (value: unknown, path: string): Promise<unknown> => {
    if (Array.isArray(value))
      return Promise.all(value.map((item) => (isFileRef(item) ? attach(item, path) : walk(item, path))));
    if (value === null || typeof value !== 'object') return value;
    const entries: [string, unknown][] = [];
    for (const [key, inner] of Object.entries(value))
      entries.push([key, await walk(inner, path ? `${path}.${key}` : key)]);
    return Object.fromEntries(entries);
  };
  const attach = async (ref: FileRef, path: string): Promise<FileRef> => {
    const field =
      fields.get(path) ?? [...fields.values()].find((f) => path.endsWith(`.${f.key}`) || f.key === path);
    const component = version.package.components.find((c) => c.key === path || c.key === field?.key);
    const title = component?.name ?? { vi: field?.label ?? ref.name, en: field?.label ?? ref.name };
    const [row] = await tx<{ id: string; name: string; size: string; mime: string }[]>`
      update document set dossier_id = ${dossierId}, key = ${path}, title = ${json(tx, title)},
        component_code = ${field?.file?.componentCode ?? component?.code ?? null}, public = true
      where id = ${uuidOrNil(ref.id)} and kind = 'upload' and (dossier_id is null or dossier_id = ${dossierId}) returning id, name, size, mime`;
    if (!row)
      throw new RuntimeError(
        'INVALID',
        {
          vi: 'Tệp gửi kèm không còn, xin gửi lại.',
          en: 'An attached file is no longer there, please send it again.',
        },
        {
          errors: [{ path, label: field?.label ?? path, message: 'Tệp không còn, xin gửi lại.' }],
        },
      );
    return { id: row.id, name: row.name, size: Number(row.size), mime: row.mime };
  };
  return (await walk(data, '')) as Data;
}

function fileFields(version: ProcedureVersion): Map<string, Field> {
  const all = Object.keys(version.files.forms).flatMap((key) => filledFields(versionForm(version, key)));
  return new Map(all.filter((field) => field.type === 'file').map((field) => [field.path, field]));
}

function isFileRef(value: unknown): value is FileRef {
  return (
    value !== null &&
    typeof value === 'object' &&
    'id' in value &&
    'mime' in value &&
    'size' in value &&
    typeof value.id === 'string'
  );
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Ids come from outside: what is no UUID matches nothing instead of failing the statement. */
export function uuidOrNil(id: string): string {
  return uuid.test(id) ? id : '00000000-0000-0000-0000-000000000000';
}
