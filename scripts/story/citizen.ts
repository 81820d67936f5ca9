/** What a citizen does in the portal, step by step, without scripts. */
import type { BirthCase } from './people.ts';
import type { FieldValue, Page, Visitor } from './visitor.ts';

export interface SentDossier {
  readonly dossierId: string;
  readonly reference: string;
  readonly pin: string;
}

/** What the page of a dossier says while it waits for the applicant. */
export const asked = 'Trả lời ngay';

const PROCEDURE = '/thu-tuc/1.001193';

/** Fails loudly with what the page complains about. */
function expectPath(page: Page, pattern: RegExp): void {
  if (pattern.test(page.url.pathname) && page.status < 400) return;
  const problems = page.root
    .querySelectorAll('[role=alert], .mc-error, .mc-problems')
    .map((element) => element.text.replace(/\s+/g, ' ').trim());
  throw new Error(
    `expected ${pattern}, got ${page.status} ${page.url.pathname}: ${problems.join(' | ') || page.text.slice(0, 300)}`,
  );
}

/** Fills the wizard page by page and sends it. `unit` is the visible name of the commune that resolves it. */
export async function apply(citizen: Visitor, birth: BirthCase, unit: string): Promise<SentDossier> {
  const start = await citizen.open(`${PROCEDURE}/nop`);
  const unitId = start.root
    .querySelectorAll('select[name=unitId] option, input[name=unitId]')
    .find((option) =>
      (option.tagName === 'OPTION' ? option.text : (option.closest('label')?.text ?? '')).includes(unit),
    )
    ?.getAttribute('value');
  if (!unitId) throw new Error(`the start page does not offer "${unit}"`);
  let page = await citizen.press('Bắt đầu khai', { unitId });
  for (const values of birth.pages) {
    expectPath(page, /\/nop\/\w+$/);
    const here = page.url.pathname;
    const known = (name: string) => page.root.querySelector(`[name="${name}"]`) !== null;
    // A question may only appear once another is answered: then the same page comes back once more.
    page = await citizen.press(
      'Lưu và tiếp tục',
      Object.fromEntries(Object.entries(values).filter(([name]) => known(name))),
    );
    if (page.url.pathname === here && page.status < 400)
      page = await citizen.press(
        'Lưu và tiếp tục',
        Object.fromEntries(Object.entries(values).filter(([name]) => known(name))),
      );
  }
  expectPath(page, /\/kiem-tra$/);
  page = await citizen.press('Gửi hồ sơ');
  expectPath(page, /\/bien-nhan$/);
  const codes = page.root.querySelectorAll('.mc-receipt dd').map((element) => element.text.trim());
  const dossierId = /\/ho-so\/([\w-]+)/.exec(page.html)?.[1];
  const [reference, pin] = codes;
  if (!reference || !pin || !dossierId) throw new Error('the receipt shows no code and PIN');
  return { dossierId, reference, pin };
}

/** Looks a dossier up by code and PIN, as from the slip; the page of the dossier stays open. */
export async function track(citizen: Visitor, sent: Pick<SentDossier, 'reference' | 'pin'>): Promise<Page> {
  await citizen.open('/tra-cuu');
  const page = await citizen.press('Xem hồ sơ', { code: sent.reference, pin: sent.pin });
  expectPath(page, /^\/ho-so\//);
  return page;
}

/** Opens the page of a dossier again and again until it says this. Throws after `patienceMs`. */
export async function untilShown(
  citizen: Visitor,
  sent: SentDossier,
  words: string,
  patienceMs: number,
): Promise<Page> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const page = await citizen.open(`/ho-so/${sent.dossierId}`);
    // The session of the tracking page may have ended meanwhile.
    const { text } = page.url.pathname.startsWith('/ho-so/') ? page : await track(citizen, sent);
    if (text.includes(words)) return citizen.page();
    if (Date.now() > until)
      throw new Error(
        `${sent.reference}: "${words}" did not come within ${patienceMs} ms: ${text.slice(0, 600)}`,
      );
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Takes the dossier back; its page is open afterwards. */
export async function withdraw(citizen: Visitor, sent: SentDossier, reason: string): Promise<Page> {
  await citizen.open(`/ho-so/${sent.dossierId}/rut`);
  const page = await citizen.press('Rút hồ sơ', { reason });
  expectPath(page, /^\/ho-so\/[\w-]+$/);
  return page;
}

/** Address of a paper on the open page of a dossier by its title, or undefined. */
export function findPaper(citizen: Visitor, title: string): string | undefined {
  return citizen
    .page()
    .root.querySelectorAll('a[href*="/giay-to/"]')
    .find((link) => (link.closest('li')?.text ?? link.text).includes(title))
    ?.getAttribute('href');
}

/** Answers what the open dossier asks for. `action` is an action id of the task; a task with one action needs none. */
export async function answer(
  citizen: Visitor,
  values: Readonly<Record<string, FieldValue>>,
  action?: string,
): Promise<Page> {
  await citizen.follow(asked);
  const button =
    citizen
      .page()
      .root.querySelectorAll('main form button')
      .map((element) => element.text.trim())
      .filter(Boolean)
      .at(-1) ?? '';
  const page = await citizen.press(button, { ...values, ...(action ? { _action: action } : {}) });
  expectPath(page, /^\/ho-so\/[\w-]+$/);
  return page;
}
