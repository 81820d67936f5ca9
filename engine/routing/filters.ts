/** What an official may see, as data for SQL: the same answers as decide.ts, for whole lists at once. */
import type { RolePolicy } from './policy.ts';
import type { DossierFilter, Official, TaskFilter } from './types.ts';

const units = (official: Official, right: (role: string) => boolean): string[] => [
  ...new Set(official.roles.filter(({ role }) => right(role)).map(({ unitId }) => unitId)),
];

/** Tasks: `(role, unit_id)` in `pairs`, or any task of `supervisedUnitIds`. */
export function taskFilter(may: RolePolicy, official: Official): TaskFilter {
  return {
    pairs: official.roles
      .filter(({ role }) => may(role, 'task.read'))
      .map(({ role, unitId }) => ({ role, unitId })),
    supervisedUnitIds: units(official, (role) => may(role, 'task.supervise')),
  };
}

/** Dossiers: received or resolved by one of `unitIds`, or one of `consultedUnitIds` was asked. */
export function dossierFilter(may: RolePolicy, official: Official): DossierFilter {
  return {
    unitIds: units(official, (role) => may(role, 'dossier.read')),
    consultedUnitIds: units(official, (role) => may(role, 'dossier.readConsulted')),
  };
}
