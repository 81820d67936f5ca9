/** Reading and writing cookies. Everything we set is HttpOnly and SameSite=Lax, and Secure behind https. */
import { type Context, requestContext } from './context.server.ts';

/** Value of a cookie of the request. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return decode(part.slice(at + 1).trim());
  }
  return undefined;
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Adds a cookie to the answer. `maxAge` in seconds; absent: until the browser closes; 0: delete. */
export function setCookie(
  context: Context,
  name: string,
  value: string,
  options: { maxAge?: number; path?: string } = {},
): void {
  const { https, setCookies } = context.get(requestContext);
  const parts = [
    `${name}=${encodeURIComponent(value)}`,
    `Path=${options.path ?? '/'}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  if (options.maxAge !== undefined) parts.push(`Max-Age=${options.maxAge}`);
  if (https) parts.push('Secure');
  setCookies.push(parts.join('; '));
}
