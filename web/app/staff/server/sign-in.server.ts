/** Checking a user name and password, with limits per account and per address. Unknown names and wrong passwords answer alike. */
import type { Official } from '../../../../engine/routing/types.ts';
import { type Context, servicesContext } from '../../server/context.server.ts';
import { clientAddress } from '../../server/csrf.server.ts';
import { startSession } from '../../server/session.server.ts';
import { WAIT_MINUTES } from '../limits.ts';
import { createAttempts } from './attempts.server.ts';
import { keptData } from './kept.server.ts';

export type SignInResult =
  | { readonly ok: true; readonly official: Official }
  | { readonly ok: false; readonly reason: 'missing' | 'wrong' | 'many' };

/** Attempts within the window: for an account from one address, for an account from anywhere, for an address (a whole office). */
const MOST = { here: 10, account: 50, address: 200 } as const;
const attempts = createAttempts(WAIT_MINUTES * 60_000);

/** Starts a session under a fresh id when the password is right. */
export async function signIn(
  request: Request,
  context: Context,
  input: { username: string; password: string },
): Promise<SignInResult> {
  const username = input.username.trim().toLowerCase().slice(0, 100);
  if (username === '' || input.password === '') return { ok: false, reason: 'missing' };
  const { accounts, log } = context.get(servicesContext);
  const address = clientAddress(context);
  const keys = { here: `${username} ${address}`, account: username, address };
  const allowed = (Object.keys(MOST) as (keyof typeof MOST)[])
    .map((kind) => attempts.begin(`${kind} ${keys[kind]}`, MOST[kind]))
    .every(Boolean);
  if (!allowed) {
    log.warn({ address }, 'too many sign-in attempts');
    return { ok: false, reason: 'many' };
  }
  const official = await accounts.signIn({ username, password: input.password });
  if (!official) return { ok: false, reason: 'wrong' };
  for (const kind of Object.keys(keys) as (keyof typeof MOST)[]) attempts.succeeded(`${kind} ${keys[kind]}`);
  await startSession(request, context, { officialId: official.id, data: await keptData(request, context) });
  log.info({ officialId: official.id }, 'signed in');
  return { ok: true, official };
}
