/** Who is asking: the official of a staff session. */
import { redirect } from 'react-router';
import type { Official } from '../../../engine/routing/types.ts';
import { type Context, servicesContext } from './context.server.ts';
import { findSession } from './session.server.ts';

/** The signed-in official, or undefined. */
export async function findOfficial(request: Request, context: Context): Promise<Official | undefined> {
  const session = await findSession(request, context);
  return session?.officialId
    ? await context.get(servicesContext).accounts.find(session.officialId)
    : undefined;
}

/** True for the session of somebody whose account was switched off meanwhile: signing in again would not help him. */
export async function isSwitchedOff(request: Request, context: Context): Promise<boolean> {
  const session = await findSession(request, context);
  return Boolean(session?.officialId) && (await findOfficial(request, context)) === undefined;
}

/** The signed-in official; sends others to the sign-in page, from where they come back here. */
export async function requireOfficial(request: Request, context: Context): Promise<Official> {
  const official = await findOfficial(request, context);
  if (official) return official;
  const url = pageUrl(request);
  throw redirect(`/can-bo/dang-nhap?ve=${encodeURIComponent(url.pathname + url.search)}`);
}

/** Address of the page a request is for: hydrated pages ask for its data under `<address>.data`. */
export function pageUrl(request: Request): URL {
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/_root\.data$/, '/').replace(/\.data$/, '');
  url.searchParams.delete('_routes');
  return url;
}

/** A path of our own from a query parameter; anything else gives `fallback` (open redirects). */
export function safePath(path: string | null, fallback: string): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : fallback;
}
