/** Drafts of applications: the cookie holds the secret that opens one, per procedure; a link can carry it to another device. */
import { createHash } from 'node:crypto';
import type { Draft, Receipt } from '../../../engine/runtime/api.ts';
import { type Context, getRuntime } from './context.server.ts';
import { readCookie, setCookie } from './cookies.server.ts';

const DRAFT = 'mc_draft';
const RECEIPT = 'mc_receipt';
const MONTH = 2_592_000;
const DAY = 86_400;

const pathOf = (procedureCode: string) => `/thu-tuc/${procedureCode}`;

/** The draft this browser holds for the procedure; undefined when there is none, it expired or belongs elsewhere. */
export async function currentDraft(
  request: Request,
  context: Context,
  procedureCode: string,
): Promise<Draft | undefined> {
  const token = readCookie(request, DRAFT);
  const draft = token ? await getRuntime(context).findDraft(token) : undefined;
  return draft?.procedureCode === procedureCode ? draft : undefined;
}

/** True when the browser holds a draft cookie, whatever became of the draft. */
export const hadDraft = (request: Request): boolean => readCookie(request, DRAFT) !== undefined;

/** Lets this browser open the draft from now on. */
export function rememberDraft(context: Context, draft: Draft): void {
  setCookie(context, DRAFT, draft.token, { path: pathOf(draft.procedureCode), maxAge: MONTH });
}

/** One submission per draft: the same draft sent twice gives the same receipt. */
export const submissionKeyOf = (draft: Draft): string =>
  createHash('sha256').update(`submission:${draft.token}`).digest('base64url');

/** After sending: the draft is closed, the receipt can be opened again for a day. */
export function rememberReceipt(context: Context, procedureCode: string, submissionKey: string): void {
  setCookie(context, DRAFT, '', { path: pathOf(procedureCode), maxAge: 0 });
  setCookie(context, RECEIPT, submissionKey, { path: pathOf(procedureCode), maxAge: DAY });
}

/** On a shared device the next person finds neither draft nor receipt. */
export function forgetApplication(context: Context, procedureCode: string): void {
  for (const name of [DRAFT, RECEIPT])
    setCookie(context, name, '', { path: pathOf(procedureCode), maxAge: 0 });
}

/** The receipt of what this browser sent last for the procedure. */
export async function currentReceipt(request: Request, context: Context): Promise<Receipt | undefined> {
  const key = readCookie(request, RECEIPT);
  return key ? await getRuntime(context).findReceipt(key) : undefined;
}

/** The commune a draft is addressed to lies beside the fields of the form under this name. */
export const UNIT_KEY = '_unitId';

export function unitOf(draft: Draft): string | undefined {
  const unitId = draft.data[UNIT_KEY];
  return typeof unitId === 'string' ? unitId : undefined;
}
