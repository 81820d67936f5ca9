/** Settings of the stand-alone broker: command line first, then environment. */
import { parseArgs } from 'node:util';
import { z } from 'zod';

const port = (name: string) => z.coerce.number(`${name} must be a number`).int().min(0).max(65_535);

const settingsSchema = z.object({
  port: port('--port or BROKER_PORT'),
  host: z.string().min(1),
  database: z.url('--database or DATABASE_URL must be a PostgreSQL address, postgres://…').optional(),
  data: z.string().min(1).optional(),
  metricsPort: port('--metrics-port or METRICS_PORT').optional(),
  minFreeDisk: z.coerce.number('--min-free-disk must be a number of megabytes').min(0),
  maxCallDepth: z.coerce.number('--max-call-depth must be a number').int().min(1).max(10_000).optional(),
  maxCalledInstances: z.coerce.number('--max-called-instances must be a number').int().min(1).optional(),
  historyDays: z.coerce
    .number('--history-days or HISTORY_DAYS must be a number of days')
    .int()
    .min(0)
    .max(36_500),
  controlledClock: z.boolean(),
});
/** Either `database` or `data` is set; `minFreeDisk` in MB. */
export type Settings = z.infer<typeof settingsSchema>;

export const usage = `motcua-broker: a Zeebe 8.5 gateway over PostgreSQL

  --data <folder>         its own PostgreSQL with its files in this folder, or
  --database <url>        a PostgreSQL of yours, postgres://…       (DATABASE_URL)
  --port <number>         of the gateway, default 26500             (BROKER_PORT)
  --host <address>        to listen on, default 127.0.0.1           (HOST)
  --metrics-port <number> /metrics, /ready and /live, default none  (METRICS_PORT)
  --min-free-disk <MB>    with --data: below it new work is refused, default 500
  --max-call-depth <n>    calls of processes inside calls, default 1000; deeper is an incident
  --max-called-instances <n>  called instances running below one root instance, default 100000
  --history-days <number> ended instances are kept with their way, default 0 (HISTORY_DAYS)
  --controlled-clock      for tests only: POST /actuator/clock/add on the metrics port moves the time
Logs JSON lines to stderr (LOG_LEVEL: error, warn, info, debug). Prints one line to stdout when it is ready.`;

const { BROKER_PORT, HOST, DATABASE_URL, HISTORY_DAYS, METRICS_PORT } = process.env;

/** Reads the settings, or says line by line what is wrong with them; `help` was asked for when there are none of both. */
export function readSettings(args: readonly string[]): Settings | { readonly problems: readonly string[] } {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
  if (values.help) return { problems: [] };
  const { data } = values;
  const parsed = settingsSchema.safeParse({
    port: values.port ?? BROKER_PORT ?? '26500',
    host: values.host ?? HOST ?? '127.0.0.1',
    database: values.database ?? (data === undefined ? DATABASE_URL : undefined),
    data,
    metricsPort: values['metrics-port'] ?? METRICS_PORT,
    minFreeDisk: values['min-free-disk'] ?? '500',
    maxCallDepth: values['max-call-depth'],
    maxCalledInstances: values['max-called-instances'],
    historyDays: values['history-days'] ?? HISTORY_DAYS ?? '0',
    controlledClock: values['controlled-clock'] ?? false,
  });
  if (!parsed.success) return { problems: parsed.error.issues.map(({ message }) => message) };
  const { database, controlledClock, metricsPort } = parsed.data;
  const problems = [
    ...((database === undefined) === (data === undefined)
      ? ['give either --data <folder> or --database <url> (or DATABASE_URL)']
      : []),
    ...(controlledClock && metricsPort === undefined ? ['--controlled-clock needs --metrics-port'] : []),
  ];
  return problems.length > 0 ? { problems } : parsed.data;
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      database: { type: 'string' },
      data: { type: 'string' },
      'metrics-port': { type: 'string' },
      'min-free-disk': { type: 'string' },
      'max-call-depth': { type: 'string' },
      'max-called-instances': { type: 'string' },
      'history-days': { type: 'string' },
      'controlled-clock': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
