/** The environment of the web process, checked once at start; every mistake is one line. */
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://'),
  DATA_DIR: z.string().min(1).default('./data'),
  ZEEBE_ADDRESS: z.string().min(1).default('127.0.0.1:26500'),
  SANDBOX_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3100'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address people see; links and QR codes use it'),
});

export type WebEnv = Omit<z.infer<typeof schema>, 'PUBLIC_URL'> & { readonly PUBLIC_URL: string };

/** Reads and checks the settings. Returns the mistakes as lines when there are any; empty strings count as absent. */
export function readWebEnv(
  source: Readonly<Record<string, string | undefined>>,
): { ok: true; env: WebEnv } | { ok: false; lines: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    return {
      ok: false,
      lines: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  const url = parsed.data.PUBLIC_URL ?? `http://${parsed.data.HOST}:${parsed.data.PORT}`;
  return { ok: true, env: { ...parsed.data, PUBLIC_URL: url.replace(/\/$/, '') } };
}
