/** What the data sources of forms hold: the units of the organisation. */
import type { SourceOption, Sources } from '../../../forms/index.ts';
import type { Unit } from '../../routing/types.ts';
import type { Places } from '../store/places.ts';

/** @param competentUnitId commune that resolves the dossier, left out of `otherCommunes` */
export async function sourcesFor(places: Places, competentUnitId: string | null): Promise<Sources> {
  const units = await places.units();
  const communes = units
    .filter((unit) => unit.kind === 'commune')
    .map(option)
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  return { communes, otherCommunes: communes.filter((commune) => commune.value !== competentUnitId) };
}

/** By the place's own name: a list of a hundred “Ủy ban nhân dân …” cannot be read. */
function option({ id, name }: Unit): SourceOption {
  return {
    value: id,
    label: capitalised(name.vi.replace(/^Ủy ban nhân dân\s+/i, '')),
    en: capitalised(name.en.replace(/^People[’']s Committee of\s+/i, '')),
  };
}

const capitalised = (name: string): string => name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
