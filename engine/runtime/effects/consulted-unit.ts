/** Which unit a form asks for verification: given by id, or as the address of its commune. */
import type { Unit } from '../../routing/types.ts';
import { fold } from '../store/fold.ts';

type Data = Readonly<Record<string, unknown>>;
interface FoundAddress {
  readonly path: string;
  readonly commune: string | null;
  readonly communeName: string | null;
}

/** `consultedUnitId` anywhere in the data, else the commune of the first address in it. */
export function consultedUnit(data: Data, units: readonly Unit[]): Unit | undefined {
  const id = textUnder(data, 'consultedUnitId');
  if (id) return units.find((unit) => unit.id === id);
  const address = addressIn(data);
  if (!address) return undefined;
  const communes = units.filter((unit) => unit.kind === 'commune');
  const byCode = communes.find(
    (unit) => address.commune !== null && (unit.id === address.commune || unit.code === address.commune),
  );
  const name = address.communeName && bareName(address.communeName);
  return byCode ?? communes.find((unit) => name && bareName(unit.name.vi) === name);
}

/** The first address value in form data, with its path. */
export function addressIn(data: Data, prefix = ''): FoundAddress | undefined {
  for (const [key, value] of Object.entries(data)) {
    if (!isData(value)) continue;
    const path = prefix + key;
    if ('communeName' in value || 'commune' in value)
      return { path, commune: text(value.commune), communeName: text(value.communeName) };
    const inner = addressIn(value, `${path}.`);
    if (inner) return inner;
  }
  return undefined;
}

/** A text value under this key, at any depth. */
export function textUnder(data: Data, key: string): string | null {
  for (const [name, value] of Object.entries(data)) {
    if (name === key) return text(value);
    const inner = isData(value) ? textUnder(value, key) : null;
    if (inner) return inner;
  }
  return null;
}

/** `Ủy ban nhân dân xã Bát Xát` and `Xã Bát Xát` are the same place. */
function bareName(name: string): string {
  return fold(name)
    .replace(/^(uy ban nhan dan|ubnd)\s+/, '')
    .replace(/^(xa|phuong|dac khu)\s+/, '')
    .trim();
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function isData(value: unknown): value is Data {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
