/** Switches the language and goes back to where the reader was. */
import { redirect } from 'react-router';
import { safePath } from '../server/auth.server.ts';
import { setCookie } from '../server/cookies.server.ts';
import { LOCALE_COOKIE } from '../server/locale.server.ts';
import type { Route } from './+types/language.ts';

const YEAR = 31_536_000;

export function loader({ context, url }: Route.LoaderArgs) {
  setCookie(context, LOCALE_COOKIE, url.searchParams.get('sang') === 'en' ? 'en' : 'vi', { maxAge: YEAR });
  return redirect(safePath(url.searchParams.get('ve'), '/'));
}
