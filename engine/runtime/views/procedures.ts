/** Procedures in force, for the citizen's search and the procedure page. */
import type { ProcedureSummary, ProcedureView } from '../api.ts';
import type { Context } from '../context.ts';
import { sourcesFor } from '../package/sources.ts';
import {
  findCurrentVersionId,
  formJson,
  getVersion,
  type ProcedureVersion,
  unknownProcedure,
} from '../package/versions.ts';
import { fold } from '../store/fold.ts';
import { localDate } from '../store/local-time.ts';

export async function listProcedures(
  context: Context,
  query: { search?: string; field?: string } = {},
): Promise<readonly ProcedureSummary[]> {
  const { sql } = context;
  const rows = await sql<{ id: string; search: string }[]>`
    select distinct on (code) id, search from procedure_version where package->>'effectiveFrom' <= ${localDate(context.now())} order by code, version desc`;
  const words = fold(query.search ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const found = rows.filter((row) =>
    words.every((word) => row.search.split(' ').some((known) => known.startsWith(word))),
  );
  const versions = await Promise.all(found.map((row) => getVersion(sql, sql, row.id)));
  return versions.filter((v) => !query.field || v.package.field.code === query.field).map(summary);
}

/** @throws RuntimeError NOT_FOUND */
export async function getProcedure(context: Context, code: string): Promise<ProcedureView> {
  const { sql } = context;
  const id = await findCurrentVersionId(sql, code, localDate(context.now()));
  if (!id) throw unknownProcedure(code);
  const version = await getVersion(sql, sql, id);
  const units = await context.places.units();
  return {
    ...summary(version),
    package: version.package,
    applicationForm: formJson(
      version,
      version.package.applicationForm,
      await sourcesFor(context.places, null),
    ),
    units: units.filter((unit) => unit.kind !== 'province'),
  };
}

function summary({ package: pkg }: ProcedureVersion): ProcedureSummary {
  return { code: pkg.code, name: pkg.name, field: pkg.field, summary: pkg.summary };
}
