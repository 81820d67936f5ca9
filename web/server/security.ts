/** Security headers of every answer; the content security policy allows our own files and one nonce, nothing inline. */
import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

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

/** Puts nonce and correlation id into `res.locals` and sets the headers. */
export function securityHeaders(https: boolean) {
  return (_req: Request, res: Response, next: NextFunction): void => {
    res.locals.nonce = randomBytes(16).toString('base64');
    res.locals.correlationId = randomBytes(6).toString('hex').toUpperCase();
    res.set({
      'Content-Security-Policy': contentSecurityPolicy(res.locals.nonce, https),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'SAMEORIGIN',
      'Referrer-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Correlation-Id': res.locals.correlationId,
      ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
    });
    next();
  };
}
