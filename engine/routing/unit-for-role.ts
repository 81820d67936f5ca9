/** Which unit's officials hold a role for a given dossier. */
import type { DossierScope } from './types.ts';

export type RolePlace = 'reception' | 'competent' | 'consulted';

/** Throws RangeError for `consulted` when nobody was consulted; the unit asked last otherwise. */
export function unitForRole(place: RolePlace, dossier: DossierScope): string {
  if (place === 'reception') return dossier.receptionUnitId;
  if (place === 'competent') return dossier.competentUnitId;
  const asked = dossier.consultedUnitIds.at(-1);
  if (asked === undefined) throw new RangeError('no unit has been consulted on this dossier');
  return asked;
}
