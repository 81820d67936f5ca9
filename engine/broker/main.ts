#!/usr/bin/env node
/** The broker as a process of its own: `motcua-broker --database <url> [--port 26500] [--host 127.0.0.1]`. */
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { z } from 'zod';
import { DatabaseInUse, PortInUse, startBroker } from './index.ts';

const settingsSchema = z.object({
  port: z.coerce.number('--port or BROKER_PORT must be a number').int().min(0).max(65_535),
  host: z.string().min(1),
  database: z.url('--database or DATABASE_URL must be a PostgreSQL address, postgres://…'),
});

function readSettings(): z.infer<typeof settingsSchema> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' }, database: { type: 'string' } },
  });
  const { BROKER_PORT, HOST, DATABASE_URL } = process.env;
  const parsed = settingsSchema.safeParse({
    port: values.port ?? BROKER_PORT ?? '26500',
    host: values.host ?? HOST ?? '127.0.0.1',
    database: values.database ?? DATABASE_URL ?? '',
  });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) process.stderr.write(`broker: ${issue.message}\n`);
  process.exit(1);
}

/** The driver's errors may have a code and no text. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

async function main(): Promise<void> {
  const settings = readSettings();
  const log = pino(
    { name: 'broker', level: process.env.LOG_LEVEL ?? 'info' },
    pino.destination({ dest: 2, sync: true }),
  );
  const refuse = (line: string): never => {
    process.stderr.write(`broker: ${line}\n`);
    process.exit(1);
  };
  const broker = await startBroker({
    databaseUrl: settings.database,
    host: settings.host,
    port: settings.port,
    log,
    onReplaced: (error) => refuse(error.message),
  }).catch((error: unknown): never => {
    if (error instanceof PortInUse) {
      return refuse(`port ${settings.port} is taken; choose another with BROKER_PORT`);
    }
    if (error instanceof DatabaseInUse)
      return refuse(`${error.message}; stop it first or use another DATABASE_URL`);
    return refuse(`cannot start on this database: ${reasonOf(error)}`);
  });

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    broker.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the broker did not end cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  if (process.env.MOTCUA_CHILD === '1') {
    process.stdin.on('end', end);
    process.stdin.on('close', end);
    process.stdin.resume();
  }
  // last, so that whoever reads it may stop the broker at once
  process.stdout.write(`ready broker ${broker.address}\n`);
}

await main();
