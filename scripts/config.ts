/** The environment of `npm start`: read once, checked with zod, every mistake told in one line. */
import { resolve } from 'node:path';
import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('address every server listens on'),
  PORT: port(3000).describe('web'),
  BROKER_PORT: port(26_500).describe('embedded broker, gRPC'),
  SANDBOX_PORT: port(3100).describe('simulators of outside systems'),
  SMTP_PORT: port(2525).describe('mail catcher of the sandbox'),
  DATA_DIR: z.string().min(1).default('./data').describe('database, files, keys, logs'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL ≥ 15 instead of the embedded one'),
  ZEEBE_ADDRESS: z
    .string()
    .regex(/^(grpc:\/\/)?[^\s:/]+:\d+$/, 'expected host:port')
    .optional()
    .describe('Zeebe gateway instead of the embedded broker'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('mail server instead of the sandbox, smtp://user:password@host:port'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address citizens reach the portal at, for links and QR codes'),
});

export type StartConfig = Omit<z.infer<typeof environment>, 'DATA_DIR' | 'PUBLIC_URL'> & {
  DATA_DIR: string;
  PUBLIC_URL: string;
};

export type ConfigResult = { ok: true; config: StartConfig } | { ok: false; mistakes: readonly string[] };

/** Reads the settings from an environment; empty strings count as absent. DATA_DIR becomes absolute. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const given = Object.fromEntries(
    Object.entries(env).filter(([key, value]) => key in environment.shape && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    return {
      ok: false,
      mistakes: parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return `${name}=${JSON.stringify(given[name])}: ${issue.message}`;
      }),
    };
  const config = parsed.data;
  const ports = (['PORT', 'BROKER_PORT', 'SANDBOX_PORT', 'SMTP_PORT'] as const).filter(
    (name) => name !== 'BROKER_PORT' || !config.ZEEBE_ADDRESS,
  );
  const clash = ports.find((name, i) => ports.findIndex((other) => config[other] === config[name]) !== i);
  if (clash)
    return {
      ok: false,
      mistakes: [`${clash}=${config[clash]}: the same port is given to another part as well`],
    };
  const shown = config.HOST === '0.0.0.0' || config.HOST === '::' ? '127.0.0.1' : config.HOST;
  return {
    ok: true,
    config: {
      ...config,
      DATA_DIR: resolve(config.DATA_DIR),
      PUBLIC_URL: config.PUBLIC_URL ?? `http://${shown}:${config.PORT}`,
    },
  };
}
