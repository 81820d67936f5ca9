/** Process of the sandbox: environment in, `ready sandbox <address>` out, clean end on SIGTERM, SIGINT or when the parent is gone. */
import { pino } from 'pino';
import { z } from 'zod';
import { startSandbox } from './server.ts';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  SANDBOX_PORT: port(3100),
  SMTP_PORT: port(2525),
  DATABASE_URL: z.string({ error: 'is missing' }).startsWith('postgres', 'must be a postgres:// address'),
  SANDBOX_TOKEN_SECONDS: z.coerce.number().int().positive().default(3600),
  SANDBOX_SLOW_MS: z.coerce.number().int().positive().default(60_000),
  SANDBOX_RECIPIENT_MS: z
    .string()
    .default('0,1000,3000')
    .transform((text) => text.split(',').map(Number))
    .pipe(
      z.tuple([z.number().min(0), z.number().min(0), z.number().min(0)], {
        error: 'expected three numbers a,b,c',
      }),
    ),
});

const log = pino({ name: 'sandbox' }, pino.destination(2));

async function main(): Promise<void> {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      process.stderr.write(`${issue.path.join('.')}: ${issue.message}\n`);
    process.exitCode = 1;
    return;
  }
  const env = parsed.data;
  const sandbox = await startSandbox({
    host: env.HOST,
    port: env.SANDBOX_PORT,
    smtpPort: env.SMTP_PORT,
    databaseUrl: env.DATABASE_URL,
    tokenSeconds: env.SANDBOX_TOKEN_SECONDS,
    slowMs: env.SANDBOX_SLOW_MS,
    recipientDelaysMs: env.SANDBOX_RECIPIENT_MS,
    log: (message, error) => log.error({ err: error }, message),
  });
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'not closed cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (process.env.MOTCUA_CHILD === '1')
    process.stdin.on('end', end).on('close', end).on('error', end).resume();
  process.stdout.write(`ready sandbox ${sandbox.url}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
