/** Security headers of every answer. The content security policy comes with the answer: pages, files and the rest differ. */
import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** Puts nonce and correlation id into `res.locals` and sets the headers. */
export function securityHeaders(https: boolean) {
  return (_req: Request, res: Response, next: NextFunction): void => {
    res.locals.nonce = randomBytes(16).toString('base64');
    res.locals.correlationId = randomBytes(6).toString('hex').toUpperCase();
    res.set({
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
