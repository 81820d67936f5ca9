/** The express application: health, static files, then React Router for everything else. */
import { join } from 'node:path';
import { createRequestHandler } from '@react-router/express';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import type { RouterContextProvider, ServerBuild } from 'react-router';
import type { RequestFacts, Services } from '../app/server/context.server.ts';
import { answerInTime } from './in-time.ts';
import { sendPlainError } from './plain-error.ts';
import { securityHeaders } from './security.ts';

/** What web/app/entry.server.tsx exports beside the renderer. */
interface ServerEntry {
  readonly provide: (services: Services, facts: RequestFacts) => RouterContextProvider;
}

const client = join(import.meta.dirname, '..', 'build', 'client');

/** Builds the request listener. Paths are logged without their query: it may carry codes. */
export function createApp(options: {
  build: ServerBuild;
  services: Services;
  log: Logger;
  /** Longest wait for a page once the request has arrived whole, in ms. */
  answerWithin?: number;
}): express.Express {
  const { build, services, log } = options;
  const { provide } = build.entry.module as unknown as ServerEntry;
  const https = services.env.PUBLIC_URL.startsWith('https:');
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(securityHeaders(https));

  app.get('/healthz', async (_req, res) => {
    const parts = await services.health();
    res
      .set('Cache-Control', 'no-store')
      .status(parts.every((part) => part.ok) ? 200 : 503)
      .json(parts);
  });

  app.use(compression());
  app.use(
    '/assets',
    express.static(join(client, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
    }),
  );
  app.use(express.static(client, { maxAge: '1h', index: false }));

  app.use((req, res, next) => {
    const start = performance.now();
    res.on('finish', () => {
      const ms = Math.round(performance.now() - start);
      log.info(
        {
          correlationId: res.locals.correlationId,
          method: req.method,
          path: req.path,
          status: res.statusCode,
          ms,
        },
        'request',
      );
    });
    res.set('Cache-Control', 'no-store');
    next();
  });

  app.use(answerInTime(log, options.answerWithin ?? 30_000));
  app.use(
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: (req, res) =>
        provide(services, {
          nonce: res.locals.nonce,
          correlationId: res.locals.correlationId,
          clientAddress: req.ip ?? 'unknown',
          https,
        }),
    }),
  );

  app.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    const status = statusOf(error);
    if (status >= 500)
      log.error({ err: error, correlationId: res.locals.correlationId }, 'request failed outside the pages');
    if (res.headersSent) return next(error);
    sendPlainError(res, status);
  });
  return app;
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
