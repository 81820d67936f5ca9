/** The language of a page: Vietnamese unless the reader switched. */
import type { Locale } from '../i18n/translate.ts';
import { readCookie } from './cookies.server.ts';

export const LOCALE_COOKIE = 'mc_lang';

export function localeOf(request: Request): Locale {
  return readCookie(request, LOCALE_COOKIE) === 'en' ? 'en' : 'vi';
}
