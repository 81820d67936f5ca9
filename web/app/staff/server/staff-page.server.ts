/** What every staff page needs of the signed-in official: roles that open menu entries, units known by name. */
import type { Official, Unit } from '../../../../engine/routing/types.ts';
import type { Runtime } from '../../../../engine/runtime/api.ts';
import { type Context, getRuntime } from '../../server/context.server.ts';

/** Role that enters dossiers at the counter and the roles that see operations (engine/routing decides; this only hides links). */
const RECEPTION_ROLE = 'receptionist';
const OPERATION_ROLES = ['administrator'];
/** Roles that never see a dossier. */
const SYSTEM_ROLES = ['administrator', 'analyst'];

const hasRole = (official: Official, ...roles: readonly string[]): boolean =>
  official.roles.some((assignment) => roles.includes(assignment.role));

export const mayEnter = (official: Official): boolean => hasRole(official, RECEPTION_ROLE);
export const mayOperate = (official: Official): boolean => hasRole(official, ...OPERATION_ROLES);

/** Works on dossiers; administrators and analysts do not. */
export const mayWork = (official: Official): boolean =>
  official.roles.some((assignment) => !SYSTEM_ROLES.includes(assignment.role));

/** The page an official begins with. */
export const homeOf = (official: Official): string =>
  mayWork(official) || !mayOperate(official) ? '/can-bo/viec' : '/can-bo/van-hanh';

/** Units where the official may receive dossiers. */
export const receptionUnitIds = (official: Official): readonly string[] =>
  official.roles
    .filter((assignment) => assignment.role === RECEPTION_ROLE)
    .map((assignment) => assignment.unitId);

type Units = ReadonlyMap<string, Unit>;
/** Units change with the organisation, not with the click: looked up anew once a minute. */
const UNITS_MS = 60_000;
const unitsOf = new WeakMap<Runtime, { readonly until: number; readonly units: Promise<Units> }>();

/** Units of the published procedures by id. */
export function knownUnits(context: Context): Promise<Units> {
  const runtime = getRuntime(context);
  const kept = unitsOf.get(runtime);
  if (kept && kept.until > Date.now()) return kept.units;
  const units = loadUnits(runtime);
  unitsOf.set(runtime, { until: Date.now() + UNITS_MS, units });
  // What failed is not kept.
  units.catch(() => unitsOf.delete(runtime));
  return units;
}

async function loadUnits(runtime: Runtime): Promise<Units> {
  const procedures = await runtime.listProcedures();
  const views = await Promise.all(procedures.map((procedure) => runtime.getProcedure(procedure.code)));
  return new Map(views.flatMap((view) => view.units).map((unit) => [unit.id, unit]));
}

/** Units of the official in the order of his roles, each once; those without a known name are left out. */
export async function ownUnits(context: Context, official: Official): Promise<readonly Unit[]> {
  const units = await knownUnits(context);
  return [...new Set(official.roles.map((assignment) => assignment.unitId))].flatMap(
    (id) => units.get(id) ?? [],
  );
}
