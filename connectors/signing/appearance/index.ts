/** What the two signatures look like on the page, put into the form before anything is signed. */
import { PdfDict, PdfString } from '@libpdf/core';
import { SigningError } from '../errors.ts';
import { AGENCY_FIELD, getPlace, type OpenForm, PERSON_FIELD, type Place, textStyle } from '../form.ts';
import { toFormXObject } from './drawing.ts';
import { drawFieldText, embeddedFonts } from './field-text.ts';
import { drawSeal } from './seal.ts';
import { drawSignature } from './signature-image.ts';

/** Signature image between chức vụ and họ tên. @throws SigningError NOT_PREPARED */
export function showPerson(form: OpenForm, official: { readonly name: string }): Place {
  const place = getPlace(form, PERSON_FIELD);
  setAppearance(form, place, toFormXObject(drawSignature(official.name, place.rect)));
  return place;
}

/**
 * Seal over the left third of it; number and date in their places.
 * @param date yyyy-MM-dd
 * @throws SigningError NOT_PREPARED, BAD_INPUT
 */
export function showAgency(
  form: OpenForm,
  input: { readonly unit: { readonly name: string }; readonly number: string; readonly date: string },
): Place {
  const place = getPlace(form, AGENCY_FIELD);
  setAppearance(form, place, toFormXObject(drawSeal(input.unit.name), { multiply: true }));
  const fonts = embeddedFonts(form.pdf);
  for (const [name, text] of Object.entries(numberAndDate(input.number, input.date))) {
    const field = getPlace(form, name);
    const { width, height } = field.rect;
    field.dict.set('V', PdfString.fromString(text));
    setAppearance(form, field, drawFieldText(fonts, { text, width, height, ...textStyle(field) }));
  }
  return place;
}

/** Days below 10 and January and February carry a zero (NĐ 30/2020 Phụ lục I). */
function numberAndDate(number: string, date: string): Record<string, string> {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts || number.trim() === '')
    throw new SigningError('BAD_INPUT', 'A seal needs the number and the date (yyyy-MM-dd) of the document.');
  const [, year = '', month = '', day = ''] = parts;
  return {
    'result.number': number.trim(),
    'result.day': day,
    'result.month': Number(month) <= 2 ? month : String(Number(month)),
    'result.year': year,
  };
}

function setAppearance(form: OpenForm, place: Place, look: ReturnType<typeof toFormXObject>): void {
  place.dict.set('AP', PdfDict.of({ N: form.pdf.context.register(look) }));
}
