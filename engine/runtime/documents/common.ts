/** What all papers say: who issues them, where, and the address to follow the dossier. */
import type { Unit } from '../../routing/types.ts';
import type { Context } from '../context.ts';
import type { DossierRow } from '../store/dossiers.ts';

/**
 * Who issues a paper. A People's Committee stands on its own line (NĐ 30/2020 Phụ lục I); only its bodies, such as a centre, name the
 * one above. `region` is the place above it, as in «xã …, tỉnh Lào Cai».
 */
export async function issuerOf(
  context: Context,
  unit: Unit,
): Promise<{ parentName: string | null; name: string; region: string | null }> {
  const parent = unit.parentId ? await context.places.findUnit(unit.parentId) : undefined;
  const parentName = parent?.name.vi ?? null;
  return {
    parentName: unit.kind === 'centre' ? parentName : null,
    name: unit.name.vi,
    region: parentName?.replace(/^ủy ban nhân dân\s+/i, '') ?? null,
  };
}

/** Địa danh: the name of the place without the kind of agency (NĐ 30/2020 Phụ lục I). */
export function placeOf(unit: Unit): string {
  return unit.name.vi
    .replace(/^(?:ủy ban nhân dân|ubnd|trung tâm phục vụ hành chính công)\s+/i, '')
    .replace(/^(?:xã|phường|đặc khu|tỉnh)\s+/i, '');
}

export function trackingUrl(context: Context, dossier: Pick<DossierRow, 'code' | 'reference'>): string {
  return `${context.publicUrl}/tra-cuu?ma=${encodeURIComponent(dossier.code ?? dossier.reference)}`;
}
