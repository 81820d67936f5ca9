/**
 * CSRF: a secret in a cookie and its HMAC in every form (double submit, bound to our key so that a planted cookie is
 * not enough). Works without JavaScript. `Origin` is compared as well when the browser sends it.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Context, requestContext, servicesContext } from './context.server.ts';
import { readCookie, setCookie } from './cookies.server.ts';

const COOKIE = 'mc_form';
const YEAR = 31_536_000;

const tokenFor = (key: Uint8Array, secret: string): string =>
  createHmac('sha256', key).update(`csrf:${secret}`).digest('base64url');

/** The token to put into forms of this answer; makes the cookie on the first visit. */
export function csrfToken(request: Request, context: Context): string {
  const { csrfKey } = context.get(servicesContext);
  const present = readCookie(request, COOKIE);
  if (present && present.length >= 20) return tokenFor(csrfKey, present);
  const secret = randomBytes(18).toString('base64url');
  setCookie(context, COOKIE, secret, { maxAge: YEAR });
  return tokenFor(csrfKey, secret);
}

/** True when `token` belongs to the cookie of this browser and the form came from our own pages. */
export function csrfValid(request: Request, context: Context, token: string | undefined): boolean {
  const secret = readCookie(request, COOKIE);
  if (!secret || !token || !sameOrigin(request, context)) return false;
  const expected = Buffer.from(tokenFor(context.get(servicesContext).csrfKey, secret));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function sameOrigin(request: Request, context: Context): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  const host = new URL(origin).host;
  return (
    host === request.headers.get('host') || host === new URL(context.get(servicesContext).env.PUBLIC_URL).host
  );
}

/** Address of the visitor, for rate limits. */
export const clientAddress = (context: Context): string => context.get(requestContext).clientAddress;
