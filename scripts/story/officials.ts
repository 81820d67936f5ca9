/** What the officials of a commune do in the staff pages, step by step, without scripts. */
import { demoPassword } from '../../seeds/accounts.ts';
import type { FieldValue, Page, Visitor } from './visitor.ts';

/** Signs in; the inbox is open afterwards. */
export async function signIn(visitor: Visitor, username: string): Promise<void> {
  await visitor.open('/can-bo/dang-nhap');
  const page = await visitor.press('Đăng nhập', { username, password: demoPassword });
  if (!page.url.pathname.startsWith('/can-bo/') || page.url.pathname.includes('dang-nhap'))
    throw new Error(`${username} could not sign in: ${page.status} ${page.text.slice(0, 200)}`);
}

/** Lists in which an open task can stand: one's own, the unit's pool. */
const lists = ['', '&ds=cho-nhan'];

/** Address of an open task of this step whose row carries the code or reference, or undefined. */
export async function findTask(
  visitor: Visitor,
  reference: string,
  element: string,
): Promise<string | undefined> {
  for (const list of lists) {
    const page = await visitor.open(
      `/can-bo/viec?tim=${encodeURIComponent(reference)}&buoc=${element}${list}`,
    );
    const href = page.root.querySelector('a[data-task]')?.getAttribute('href');
    if (href) return href;
  }
  return undefined;
}

/** Waits for the task to come to somebody's inbox. Throws after `patienceMs`. */
export async function awaitTask(
  visitor: Visitor,
  reference: string,
  element: string,
  patienceMs = 30_000,
): Promise<string> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const href = await findTask(visitor, reference, element);
    if (href) return href;
    if (Date.now() > until)
      throw new Error(`${element} of ${reference} did not come within ${patienceMs} ms`);
    await new Promise((done) => setTimeout(done, 60));
  }
}

export interface Act {
  readonly element: string;
  readonly action: string;
  readonly values?: Readonly<Record<string, FieldValue>>;
}

/**
 * Opens the task and takes the action. A task that turns out to be done already (the answer to an earlier press was
 * lost) counts as done only when it is no longer open for anybody; everything else throws with the page's words.
 */
export async function act(
  visitor: Visitor,
  href: string,
  { element, action, values = {} }: Act,
): Promise<Page> {
  const path = new URL(href, 'http://local').pathname;
  const opened = await visitor.open(path);
  if (!opened.html.includes(`value="${action}"`))
    throw new Error(
      `${element}: no action "${action}" on the page: ${opened.status} ${opened.text.slice(0, 300)}`,
    );
  const page = await visitor.press(`action=${action}`, values);
  if (page.status >= 400) throw new Error(`${element} ${action}: ${page.status} ${problems(page)}`);
  return page;
}

function problems(page: Page): string {
  const parts = page.root.querySelectorAll(
    '[role=alert], .mc-error, .mc-note--problem, [data-error-summary]',
  );
  return parts.map((part) => part.text.replace(/\s+/g, ' ').trim()).join(' | ') || page.text.slice(0, 300);
}

/** The straight way of an application through a commune's officials, by step. */
export const acts = {
  accept: {
    element: 'receptionCheck',
    action: 'accept',
    values: {
      'reception.competent': 'true',
      'reception.complete': 'true',
      'reception.legible': 'true',
      'reception.consistent': 'true',
      'reception.sets': '1',
    },
  },
  approve: {
    element: 'examination',
    action: 'approve',
    values: {
      'examination.marriageFound': 'found',
      'examination.opinion': 'Hồ sơ đầy đủ, thông tin thống nhất.',
    },
  },
  sign: { element: 'leaderSignature', action: 'sign', values: { 'signing.reviewed': 'true' } },
  seal: { element: 'registrySeal', action: 'seal', values: { 'sealing.signatureChecked': 'true' } },
  hand: { element: 'returnResult', action: 'return', values: { 'handover.method': 'electronic' } },
} as const satisfies Record<string, Act>;

/** What officials do off the straight way, by step. The words are read by the applicant or the colleague it goes back to. */
export const otherActs = {
  askSupplement: (words: string): Act => ({
    element: 'receptionCheck',
    action: 'requestSupplement',
    values: { 'note.requestSupplement': words },
  }),
  proposeRefusal: (words: string): Act => ({
    element: 'receptionCheck',
    action: 'proposeRefusal',
    values: { 'note.proposeRefusal': words },
  }),
  /** From the examination, when the dossier has been accepted. */
  askSupplementLate: (words: string): Act => ({
    element: 'examination',
    action: 'requestSupplement',
    values: { 'note.requestSupplement': words },
  }),
  proposeRefusalLate: (words: string): Act => ({
    element: 'examination',
    action: 'proposeRefusal',
    values: { 'note.proposeRefusal': words },
  }),
  sendRefusalBack: (words: string): Act => ({
    element: 'refusalDecision',
    action: 'sendBack',
    values: { 'note.sendBack': words },
  }),
  refuse: (grounds: string): Act => ({
    element: 'refusalDecision',
    action: 'refuse',
    values: { 'refusal.grounds': grounds },
  }),
  /** Asks another commune, by its unit id, about the parents' marriage. */
  askVerification: (unitId: string, question: string): Act => ({
    element: 'examination',
    action: 'requestVerification',
    values: {
      'examination.marriageFound': 'missing',
      'examination.opinion': 'Chưa tra cứu được tình trạng hôn nhân của cha, mẹ.',
      'examination.verificationQuestion': question,
      consultedUnitId: unitId,
      'note.requestVerification': question,
    },
  }),
  confirmVerification: (words: string): Act => ({
    element: 'verification',
    action: 'confirm',
    values: { 'verification.maritalStatus': 'married', 'verification.answer': words },
  }),
  contradictVerification: (words: string): Act => ({
    element: 'verification',
    action: 'contradict',
    values: {
      'verification.maritalStatus': 'notFound',
      'verification.answer': words,
      'note.contradict': words,
    },
  }),
  returnToExamination: (words: string): Act => ({
    element: 'leaderSignature',
    action: 'sendBack',
    values: { 'note.sendBack': words },
  }),
} as const;
