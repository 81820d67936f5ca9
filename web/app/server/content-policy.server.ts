/** The content security policies: of pages, of stored files, of everything else. */

/** Policy for pages. Scripts: own files and the nonce of this answer; styles: own files only (no style attributes). */
export function contentSecurityPolicy(nonce: string, https: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** A file somebody sent, shown by the browser's own viewer (which styles itself inline): it may load and run nothing. */
export const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; frame-ancestors 'self'";

/** Answers that are no page. */
export const barePolicy = "default-src 'none'; frame-ancestors 'none'";
