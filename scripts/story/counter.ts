/** What a clerk does at the counter for somebody who came in person. */
import type { SentDossier } from './citizen.ts';
import type { BirthCase } from './people.ts';
import type { Visitor } from './visitor.ts';

/** Enters the whole form for the applicant; the receipt with code and PIN is open afterwards. */
export async function enterAtCounter(
  clerk: Visitor,
  birth: BirthCase,
): Promise<Pick<SentDossier, 'reference' | 'pin'>> {
  await clerk.open('/can-bo/nhap/1.001193');
  const values = Object.assign({}, ...birth.pages) as BirthCase['pages'][number];
  // A question may only appear once another is answered: then the same page comes back once more.
  for (let round = 0; round < 2 && !clerk.page().url.pathname.includes('/bien-nhan/'); round++) {
    const { root } = clerk.page();
    await clerk.press(
      'intent=send',
      Object.fromEntries(Object.entries(values).filter(([name]) => root.querySelector(`[name="${name}"]`))),
    );
  }
  const page = clerk.page();
  if (!page.url.pathname.includes('/bien-nhan/'))
    throw new Error(`counter entry: ${page.status} ${page.text.slice(0, 600)}`);
  const [reference, pin] = page.root.querySelectorAll('.sf-receipt dd').map((code) => code.text.trim());
  if (!reference || !pin) throw new Error('the receipt of the counter shows no code and PIN');
  return { reference, pin };
}
