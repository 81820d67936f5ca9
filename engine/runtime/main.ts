/** Worker process: `node engine/runtime/main.ts`. Prints `ready worker <pid>`; ends on SIGTERM, SIGINT, or with its parent. */
import { join } from 'node:path';
import { z } from 'zod';
import { createConnectors, createMailer } from '../../connectors/index.ts';
import { createPaperTools } from '../../connectors/papers/index.ts';
import { closeContext, createContext } from './create-context.ts';
import { connectGateway } from './engine/gateway.ts';
import { createLog } from './log.ts';
import { restAfterWork } from './worker/rest.ts';
import { runWorker } from './worker/worker.ts';

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  ZEEBE_ADDRESS: z.string().min(1),
  DATA_DIR: z.string().min(1),
  PUBLIC_URL: z.url(),
});

const log = createLog('worker');
const parsed = environment.safeParse(process.env);
if (!parsed.success) {
  for (const issue of parsed.error.issues)
    process.stderr.write(`worker: ${issue.path.join('.')}: ${issue.message}\n`);
  process.exit(2);
}
const env = parsed.data;
const stopping = new AbortController();
const stop = () => stopping.abort();
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
if (process.env.MOTCUA_CHILD === '1') process.stdin.on('close', stop).resume();
process.on('unhandledRejection', (error) => {
  log('error', 'unhandled rejection, the worker ends', {
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  process.exit(1);
});

const context = await createContext({
  databaseUrl: env.DATABASE_URL,
  dataDir: env.DATA_DIR,
  publicUrl: env.PUBLIC_URL,
  log,
  name: 'motcua worker',
  connections: 24,
});
const gateway = connectGateway(env.ZEEBE_ADDRESS);
const papers = createPaperTools({ signingDir: join(env.DATA_DIR, 'signing') });
const mailer = createMailer(process.env);
const worker = {
  ...context,
  gateway,
  connectors: createConnectors(process.env),
  mailer,
  renderer: papers.renderer,
  signing: papers.signing,
  signal: stopping.signal,
};
restAfterWork(stopping.signal);
const ended = runWorker(worker, () => process.stdout.write(`ready worker ${process.pid}\n`));
stopping.signal.addEventListener('abort', () => {
  // a parked poll or a call under way need not be waited for: whatever is cut off is done again
  setTimeout(() => process.exit(0), 2_000).unref();
  void gateway.close().catch(() => undefined);
});
await ended;
mailer.close();
await papers.close();
await closeContext(context);
process.exit(0);
