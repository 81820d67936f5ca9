/** Configuration of connectors: environment variables in, checked once, one line per mistake; secrets cannot be printed. */
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A secret that shows as `***` in JSON, logs and templates; `reveal()` is the one way to it. */
export interface Secret {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}
export function secret(value: string): Secret {
  return Object.freeze({ reveal: () => value, toString: () => '***', toJSON: () => '***' });
}
export const secretValue = z.string().min(1).transform(secret);
export const httpUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !new URL(url).username, 'must not carry credentials');
export const positiveInt = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** Names the family, each variable and what is wrong with it; values are not repeated. */
export class ConfigError extends Error {
  constructor(family: string, issues: readonly { readonly variable: string; readonly reason: string }[]) {
    super(issues.map((issue) => `${issue.variable}: ${issue.reason} (${family})`).join('\n'));
    this.name = 'ConfigError';
  }
}

/** Reads one family's configuration; empty variables count as absent. @throws ConfigError */
export function readConfig<Config>(
  family: string,
  schema: z.ZodType<Config>,
  environment: Environment,
): Config {
  const parsed = schema.safeParse(withSandbox(environment));
  if (parsed.success) return parsed.data;
  const present = withSandbox(environment);
  throw new ConfigError(
    family,
    parsed.error.issues.map((issue) => {
      const variable = String(issue.path[0] ?? '');
      return { variable, reason: present[variable] === undefined ? 'is missing' : issue.message };
    }),
  );
}

/** What the sandbox answers to; no secret, it simulates. */
export const sandboxCredentials = {
  clientId: 'motcua',
  clientSecret: 'sandbox-client-secret',
  systemId: 'motcua-h38',
  systemSecret: 'sandbox-system-secret',
} as const;

/** Where the sandbox is reached: SANDBOX_URL and SMTP_PORT, else from the variables the sandbox itself listens by. */
function sandboxAddress(environment: Environment): { readonly http: string; readonly smtp: string } {
  const host = environment.HOST ?? '127.0.0.1';
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const bracketed = local.includes(':') ? `[${local}]` : local;
  return {
    http: environment.SANDBOX_URL ?? `http://${bracketed}:${environment.SANDBOX_PORT ?? '3100'}`,
    smtp: `smtp://${bracketed}:${environment.SMTP_PORT ?? '2525'}`,
  };
}

/**
 * The environment with the sandbox filled in for every outside system that has no address of its own. All variables of a
 * system or none: a real address never meets sandbox credentials, nor the other way round.
 */
export function withSandbox(environment: Environment): Environment {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const { http, smtp } = sandboxAddress(given);
  return {
    ...given,
    ...(given.LGSP_URL === undefined && {
      LGSP_URL: joined(http, 'lgsp'),
      LGSP_CLIENT_ID: sandboxCredentials.clientId,
      LGSP_CLIENT_SECRET: sandboxCredentials.clientSecret,
    }),
    ...(given.DMS_URL === undefined && {
      DMS_URL: joined(http, 'vxp'),
      DMS_SYSTEM_ID: sandboxCredentials.systemId,
      DMS_SECRET: sandboxCredentials.systemSecret,
    }),
    ...(given.SMTP_URL === undefined && { SMTP_URL: smtp, SMTP_USER: undefined, SMTP_PASSWORD: undefined }),
  };
}

function joined(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path}`;
}
