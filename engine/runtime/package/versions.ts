/** Published package versions: read from Postgres once per process, because a version never changes. */

import { fillSources, parseForm, type Sources } from '../../../forms/index.ts';
import type { Form, FormData } from '../../../forms/types.ts';
import { RuntimeError } from '../api.ts';
import type { Sql } from '../store/connect.ts';
import type { ProcessModel } from './bpmn.ts';
import type { PackageFiles } from './load.ts';
import type { ProcedurePackage } from './schema.ts';

export interface ProcedureVersion {
  readonly id: string;
  readonly package: ProcedurePackage;
  readonly files: PackageFiles;
  readonly model: ProcessModel;
  readonly processDefinitionKey: string | null;
}

const known = new WeakMap<object, Map<string, ProcedureVersion>>();
const parsedForms = new WeakMap<ProcedureVersion, Map<string, Form>>();
/** Cache per server: `owner` is the pool. */
const cacheOf = (owner: object) => {
  const cache = known.get(owner) ?? new Map<string, ProcedureVersion>();
  known.set(owner, cache);
  return cache;
};

/** @param owner the pool whose cache is used; `sql` may be a transaction of it. */
export async function getVersion(owner: object, sql: Sql, id: string): Promise<ProcedureVersion> {
  const cache = cacheOf(owner);
  const cached = cache.get(id);
  if (cached) return cached;
  const [row] = await sql<ProcedureVersion[]>`
    select id, package, files, model, process_definition_key as "processDefinitionKey" from procedure_version where id = ${id}`;
  if (!row) throw new Error(`procedure version ${id} does not exist`);
  cache.set(id, row);
  return row;
}

/** The version in force on a date (`yyyy-MM-dd`): the highest whose effective date has come. */
export async function findCurrentVersionId(
  sql: Sql,
  code: string,
  today: string,
): Promise<string | undefined> {
  const [row] = await sql<{ id: string }[]>`
    select id from motcua.procedure_version where code = ${code} and package->>'effectiveFrom' <= ${today} order by version desc limit 1`;
  return row?.id;
}

export function unknownProcedure(code: string): RuntimeError {
  return new RuntimeError(
    'NOT_FOUND',
    { vi: `Không có thủ tục ${code}.`, en: `There is no procedure ${code}.` },
    { code },
  );
}

/** Form.io JSON of a form as it is handed out: lists from data sources written in. Undefined for an unknown key. */
export const formJson = (version: ProcedureVersion, key: string, sources: Sources): unknown =>
  fillSources(version.files.forms[key], sources);

/** A form parsed with its data sources, for checking what somebody chose from them. */
export function filledForm(version: ProcedureVersion, key: string, sources: Sources): Form {
  return parsed(version, key, formJson(version, key, sources));
}

/** A form of the version, parsed; lists from data sources are empty in it. */
export function versionForm(version: ProcedureVersion, key: string): Form {
  const forms = parsedForms.get(version) ?? new Map<string, Form>();
  parsedForms.set(version, forms);
  const cached = forms.get(key);
  if (cached) return cached;
  const form = parsed(version, key, version.files.forms[key]);
  forms.set(key, form);
  return form;
}

/** The package was refused at load if one of its forms does not parse. */
function parsed(version: ProcedureVersion, key: string, json: unknown): Form {
  const result = parseForm(json);
  if (!result.ok)
    throw new Error(`form ${key} of ${version.package.code} v${version.package.version} does not parse`);
  return result.form;
}

/** Value at a dotted path of form data as text, or null. */
export function dataText(data: FormData, path: string | undefined): string | null {
  if (!path) return null;
  let value: unknown = data;
  for (const key of path.split('.'))
    value = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  if (value && typeof value === 'object' && 'text' in value && typeof value.text === 'string')
    return value.text || null;
  return null;
}
