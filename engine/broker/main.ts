#!/usr/bin/env node
/** The broker as a process of its own: `motcua-broker --data <folder>` or `--database <url>` (settings.ts). */
import { pino } from 'pino';
import { type BrokerOptions, controllableClock, DatabaseInUse, PortInUse, startBroker } from './index.ts';
import { watchDisk } from './operation/disk.ts';
import { FolderInUse, type OwnPostgres, startOwnPostgres } from './operation/own-postgres.ts';
import { readSettings, usage } from './settings.ts';

/** The driver's errors may have a code and no text. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2));
  if ('problems' in settings) {
    if (settings.problems.length === 0) {
      process.stdout.write(`${usage}\n`);
      process.exit(0);
    }
    for (const problem of settings.problems) process.stderr.write(`broker: ${problem}\n`);
    process.exit(1);
  }
  const log = pino(
    { name: 'broker', level: process.env.LOG_LEVEL ?? 'info' },
    pino.destination({ dest: 2, sync: true }),
  );
  let postgres: OwnPostgres | undefined;
  const refuse = async (line: string): Promise<never> => {
    process.stderr.write(`broker: ${line}\n`);
    await postgres?.stop();
    process.exit(1);
  };

  let databaseUrl = settings.database ?? '';
  let room: Pick<BrokerOptions, 'hasRoom'> = {};
  if (settings.data !== undefined) {
    try {
      postgres = await startOwnPostgres(settings.data, log);
      databaseUrl = postgres.url;
      room = await watchDisk(settings.data, settings.minFreeDisk * 1024 * 1024, log);
    } catch (error) {
      await refuse(
        error instanceof FolderInUse ? error.message : `PostgreSQL cannot start: ${reasonOf(error)}`,
      );
    }
  }
  const broker = await startBroker({
    databaseUrl,
    host: settings.host,
    port: settings.port,
    managementPort: settings.metricsPort,
    historyDays: settings.historyDays,
    maxCallDepth: settings.maxCallDepth,
    maxCalledInstances: settings.maxCalledInstances,
    clockDoor: settings.controlledClock ? controllableClock() : undefined,
    ...room,
    log,
    onReplaced: (error) => void refuse(error.message),
  }).catch((error: unknown): Promise<never> => {
    if (error instanceof PortInUse) {
      return refuse(`port ${settings.port} is taken; choose another with --port or BROKER_PORT`);
    }
    if (error instanceof DatabaseInUse)
      return refuse(`${error.message}; stop it first or use another database`);
    return refuse(`cannot start: ${reasonOf(error)}`);
  });

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    broker
      .close()
      .then(() => postgres?.stop())
      .then(
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
