/** Addresses: province → commune → house, street, village; names and one printable line are filled in from the catalogue. */
import { isRecord } from '../paths.ts';
import type { Address, Place, Places } from '../types.ts';
import { type Check, clean, fail, type Outcome } from './check.ts';
import { tidy } from './text.ts';

const MOST = 200;

/** Data of any shape as an address. A plain text becomes its `detail`. */
export function readAddress(raw: unknown): Address {
  if (typeof raw === 'string') return raw.trim() === '' ? {} : { detail: tidy(raw).slice(0, MOST) };
  if (!isRecord(raw)) return {};
  const entries = (['province', 'provinceName', 'commune', 'communeName', 'detail'] as const).flatMap(
    (name) => {
      const value = Object.hasOwn(raw, name) ? tidy(raw[name]).slice(0, MOST) : '';
      return value === '' ? [] : [[name, value] as const];
    },
  );
  return Object.fromEntries(entries);
}

export function checkAddress({ field, label, raw, locale, places }: Check): Outcome {
  const entered = readAddress(raw);
  const address = withText(places === undefined ? withoutCatalogue(entered) : fromCatalogue(entered, places));
  if (address.text === undefined || (!field.rules.required && isPreset(address, places)))
    return field.rules.required ? fail(undefined, locale, 'requiredAddress', label) : clean(undefined);
  if (address.provinceName === undefined) return fail(address, locale, 'province', label);
  return address.communeName === undefined ? fail(address, locale, 'commune', label) : clean(address);
}

/** Only the province the list stands on by itself: nobody has entered anything. */
const isPreset = (address: Address, places: Places | undefined): boolean =>
  address.communeName === undefined &&
  address.detail === undefined &&
  address.province !== undefined &&
  address.province === (places?.homeProvince ?? Object.keys(places?.communes ?? {})[0]);

/** Codes are kept as given beside their names; a lone code of an unknown catalogue stands for its name. */
function withoutCatalogue(address: Address): Address {
  const provinceName = address.provinceName ?? address.province;
  const communeName = address.communeName ?? address.commune;
  return {
    ...address,
    ...(provinceName === undefined ? {} : { provinceName }),
    ...(communeName === undefined ? {} : { communeName }),
  };
}

function fromCatalogue(address: Address, places: Places): Address {
  const detail = address.detail === undefined ? {} : { detail: address.detail };
  const province = findPlace(places.provinces, address.province, address.provinceName);
  if (province === undefined) return detail;
  const named = { province: province.code, provinceName: province.name, ...detail };
  const known = Object.hasOwn(places.communes, province.code) ? places.communes[province.code] : undefined;
  if (known === undefined) {
    const name = address.communeName ?? (/^\d+$/.test(address.commune ?? '') ? undefined : address.commune);
    return name === undefined ? named : { ...named, communeName: name };
  }
  const commune = findPlace(known, address.commune, address.communeName);
  return commune === undefined ? named : { ...named, commune: commune.code, communeName: commune.name };
}

const findPlace = (
  places: readonly Place[],
  code: string | undefined,
  name: string | undefined,
): Place | undefined =>
  places.find((place) => place.code === code) ??
  places.find((place) => name !== undefined && place.name === name);

function withText(address: Address): Address {
  const text = [address.detail, address.communeName, address.provinceName]
    .filter((part) => part !== undefined)
    .join(', ');
  return text === '' ? address : { ...address, text };
}
