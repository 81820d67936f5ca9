/** No request waits for ever. */
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { sendPlainError } from './plain-error.ts';

/** The last resort: whatever a page waits for, its reader gets an answer. A slow upload may take its time. */
export function answerInTime(log: Logger, ms: number) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const late = () => {
      if (res.headersSent) return;
      if (!req.complete) {
        timer.refresh();
        return;
      }
      log.error(
        { correlationId: res.locals.correlationId, method: req.method, path: req.path },
        'no answer in time',
      );
      sendPlainError(res, 503);
    };
    const timer = setTimeout(late, ms);
    res.on('close', () => clearTimeout(timer));
    next();
  };
}
