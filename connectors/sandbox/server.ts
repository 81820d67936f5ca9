/** The sandbox of outside systems: one HTTP and one SMTP server over one store. Used by the process and by tests. */
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { bridgeOrigin, serveHandlers } from './bridge.ts';
import { sandboxHandlers } from './handlers/index.ts';
import { pageHandlers } from './pages/index.ts';
import { smtpServer } from './smtp.ts';
import { openStore } from './store.ts';

export interface SandboxOptions {
  readonly host: string;
  /** 0: a free port. */
  readonly port: number;
  readonly smtpPort: number;
  readonly databaseUrl: string;
  readonly tokenSeconds?: number;
  readonly slowMs?: number;
  readonly recipientDelaysMs?: readonly [number, number, number];
  readonly now?: () => Date;
  readonly log?: (message: string, error: unknown) => void;
}
export interface Sandbox {
  readonly url: string;
  readonly port: number;
  readonly smtpPort: number;
  close(): Promise<void>;
}

/** A port that cannot be had; `which` says which variable moves it. */
class PortError extends Error {
  constructor(which: 'SANDBOX_PORT' | 'SMTP_PORT', port: number, cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'error';
    super(
      code === 'EADDRINUSE'
        ? `port ${port} is taken: set ${which} to another one`
        : `cannot listen on port ${port} (${code}): set ${which} to another one or check HOST`,
      { cause },
    );
    this.name = 'PortError';
  }
}

/** @throws PortError, or the database's error */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const log = options.log ?? (() => {});
  const slowMs = options.slowMs ?? 60_000;
  const sql = await openStore(options.databaseUrl);
  const handlers = [
    ...sandboxHandlers({
      sql,
      base: bridgeOrigin,
      now: options.now ?? (() => new Date()),
      slowMs,
      tokenSeconds: options.tokenSeconds ?? 3600,
      recipientDelaysMs: options.recipientDelaysMs ?? [0, 1000, 3000],
    }),
    ...pageHandlers({ sql, base: bridgeOrigin }),
  ];
  const web = createServer((incoming, outgoing) => {
    serveHandlers(handlers, incoming, outgoing).catch((error: unknown) => {
      log('request failed', error);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('error');
    });
  });
  const smtp = smtpServer(sql, { slowMs, log });
  const closeAll = async () => {
    web.closeAllConnections();
    await Promise.all([
      new Promise<void>((done) => web.close(() => done())),
      new Promise<void>((done) => smtp.close(() => done())),
    ]);
    await sql.end({ timeout: 2 });
  };
  try {
    const port = await listen(web, options.port, options.host, 'SANDBOX_PORT');
    const smtpPort = await listen(smtp.server, options.smtpPort, options.host, 'SMTP_PORT');
    const host = options.host.includes(':') ? `[${options.host}]` : options.host;
    return { url: `http://${host}:${port}`, port, smtpPort, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function listen(
  server: Server,
  port: number,
  host: string,
  which: 'SANDBOX_PORT' | 'SMTP_PORT',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (cause: unknown) => reject(new PortError(which, port, cause));
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
