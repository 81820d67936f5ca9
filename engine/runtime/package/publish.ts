/** Publishing: stores a package version and deploys its BPMN. Repeating it changes nothing. */
import type { Gateway } from '../engine/gateway.ts';
import { type Database, json } from '../store/connect.ts';
import { searchWords } from '../store/fold.ts';
import { type LoadedPackage, loadPackage } from './load.ts';
import { PackageError } from './problems.ts';
import { findCurrentVersionId } from './versions.ts';

export interface PublishResult {
  readonly code: string;
  readonly version: number;
  readonly versionId: string;
  /** False when this very content had been published before. */
  readonly created: boolean;
  readonly processDefinitionKey: string | null;
}

/**
 * Loads, checks and stores `procedures/<code>`; with a gateway its BPMN is deployed at once, else the worker does it at its start.
 * @throws PackageError when anything is wrong, or when other content was published under the same version.
 */
export async function publishPackage(
  sql: Database,
  folder: string,
  gateway?: Gateway,
): Promise<PublishResult> {
  const loaded = await loadPackage(folder);
  const { id, created } = await storeVersion(sql, loaded);
  const processDefinitionKey = gateway ? await deployVersion(sql, gateway, id) : null;
  await sql.notify('motcua_published', loaded.package.code);
  return {
    code: loaded.package.code,
    version: loaded.package.version,
    versionId: id,
    created,
    processDefinitionKey,
  };
}

async function storeVersion(sql: Database, loaded: LoadedPackage): Promise<{ id: string; created: boolean }> {
  const { package: pkg, files, model, digest } = loaded;
  const search = searchWords(
    pkg.code,
    pkg.name.vi,
    pkg.name.en,
    pkg.field.name.vi,
    pkg.field.name.en,
    pkg.summary.vi,
  );
  const [inserted] = await sql<{ id: string }[]>`
    insert into motcua.procedure_version (code, version, digest, package, files, model, process_id, search)
    values (${pkg.code}, ${pkg.version}, ${digest}, ${json(sql, pkg)}, ${json(sql, files)}, ${json(sql, model)}, ${model.processId}, ${search})
    on conflict (code, version) do nothing returning id`;
  if (inserted) return { id: inserted.id, created: true };
  const [before] = await sql<{ id: string; digest: string }[]>`
    select id, digest from motcua.procedure_version where code = ${pkg.code} and version = ${pkg.version}`;
  if (before?.digest !== digest)
    throw new PackageError(pkg.code, [
      {
        element: 'procedure.json#version',
        reason: {
          vi: `phiên bản ${pkg.version} đã công bố với nội dung khác`,
          en: `version ${pkg.version} was published with other content`,
        },
        fix: { vi: `tăng version lên ${pkg.version + 1}`, en: `raise version to ${pkg.version + 1}` },
      },
    ]);
  return { id: before.id, created: false };
}

/** Deploys the BPMN of a version and remembers its key; the engine knows an unchanged file again. */
async function deployVersion(sql: Database, gateway: Gateway, versionId: string): Promise<string> {
  const [row] = await sql<{ code: string; bpmn: string }[]>`
    select code, files->>'bpmn' as bpmn from motcua.procedure_version where id = ${versionId}`;
  if (!row) throw new Error(`procedure version ${versionId} does not exist`);
  const key = await gateway.deploy(`${row.code}.bpmn`, row.bpmn);
  await sql`update motcua.procedure_version set process_definition_key = ${key} where id = ${versionId} and process_definition_key is distinct from ${key}`;
  return key;
}

/** Versions this process has deployed since it started. */
const deployed = new WeakMap<Gateway, Set<string>>();

/** Deploys the version in force of a procedure, once per process: a start message that comes before its process would start nothing. */
export async function ensureDeployed(
  sql: Database,
  gateway: Gateway,
  code: string,
  today: string,
): Promise<void> {
  const id = await findCurrentVersionId(sql, code, today);
  const done = deployed.get(gateway) ?? new Set();
  deployed.set(gateway, done);
  if (!id || done.has(id)) return;
  await deployVersion(sql, gateway, id);
  done.add(id);
}

/** Every procedure in force: at the worker's start. */
export async function deployCurrentVersions(sql: Database, gateway: Gateway, today: string): Promise<void> {
  const rows = await sql<{ code: string }[]>`select distinct code from motcua.procedure_version`;
  for (const { code } of rows) await ensureDeployed(sql, gateway, code, today);
}
