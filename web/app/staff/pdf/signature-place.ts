/** Where a signature or seal will stand, as it travels from the preview's answer to the viewer. */

export const PLACE_HEADER = 'X-Signature-Place';

export interface SignaturePlace {
  /** 1 = first. */
  readonly page: number;
  /** Points from the lower left corner of the page. */
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** «page x y width height», numbers only. */
export const writePlace = ({ page, rect }: SignaturePlace): string =>
  [page, rect.x, rect.y, rect.width, rect.height].join(' ');

/** Null where the answer says nothing, or nothing that could be a place. */
export function readPlace(value: string | null): SignaturePlace | null {
  const numbers = value === null ? [] : value.split(' ').map(Number);
  const [page = 0, x = 0, y = 0, width = 0, height = 0] = numbers;
  if (numbers.length !== 5 || !numbers.every(Number.isFinite)) return null;
  if (!Number.isInteger(page) || page < 1 || width <= 0 || height <= 0) return null;
  return { page, rect: { x, y, width, height } };
}
