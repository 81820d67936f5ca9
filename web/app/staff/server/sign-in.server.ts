/** Checking a user name and password, with limits per account and per address. Unknown names and wrong passwords answer alike. */
import type { Official } from '../../../../engine/routing/types.ts';
import { type Context, servicesContext } from '../../server/context.server.ts';
import { clientAddress } from '../../server/csrf.server.ts';
import { startSession } from '../../server/session.server.ts';
import { keptData } from './kept.server.ts';

export type SignInResult =
  | { readonly ok: true; readonly official: Official }
  | { readonly ok: false; readonly reason: 'missing' | 'wrong' | 'many' };

/** Ten tries at once, then one every minute; an address may serve a whole office. */
const PER_ACCOUNT = { perMinute: 1, burst: 10 };
const PER_ADDRESS = { perMinute: 20, burst: 60 };

/** Starts a session under a fresh id when the password is right. */
export async function signIn(
  request: Request,
  context: Context,
  input: { username: string; password: string },
): Promise<SignInResult> {
  const username = input.username.trim().toLowerCase().slice(0, 100);
  if (username === '' || input.password === '') return { ok: false, reason: 'missing' };
  const { limiter, accounts, log } = context.get(servicesContext);
  const allowed =
    limiter.take(`sign-in:${clientAddress(context)}`, PER_ADDRESS) &&
    limiter.take(`sign-in:${username}:${clientAddress(context)}`, PER_ACCOUNT);
  if (!allowed) {
    log.warn({ address: clientAddress(context) }, 'too many sign-in attempts');
    return { ok: false, reason: 'many' };
  }
  const official = await accounts.signIn({ username, password: input.password });
  if (!official) return { ok: false, reason: 'wrong' };
  await startSession(request, context, { officialId: official.id, data: await keptData(request, context) });
  log.info({ officialId: official.id }, 'signed in');
  return { ok: true, official };
}
