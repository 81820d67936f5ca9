/** The document as it will look once signed or sealed. Nothing is signed: the pictures stand in the still empty fields. */
import { showAgency, showPerson } from './appearance/index.ts';
import { openForm, type Rect } from './form.ts';
import { saveUpdate } from './update.ts';

export type PreviewInput =
  | {
      readonly pdf: Uint8Array;
      readonly as: 'person';
      readonly official: { readonly name: string; readonly title?: string };
    }
  | {
      readonly pdf: Uint8Array;
      readonly as: 'agency';
      readonly unit: { readonly name: string };
      readonly number: string;
      readonly date: string;
    };
export interface Preview {
  readonly pdf: Uint8Array;
  /** 1 = first. */
  readonly page: number;
  /** Of the signature or seal, points from the lower left corner of the page. */
  readonly rect: Rect;
}

/** @throws SigningError BROKEN_PDF, NOT_PREPARED, BAD_INPUT */
export async function signingPreview(input: PreviewInput): Promise<Preview> {
  const form = await openForm(input.pdf);
  const place = input.as === 'person' ? showPerson(form, input.official) : showAgency(form, input);
  return { pdf: await saveUpdate(form), page: place.page, rect: place.rect };
}
