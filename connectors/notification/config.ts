/** Configuration of the mail server e-mails leave through. */
import { z } from 'zod';
import { type Environment, positiveInt, readConfig, type Secret, secret } from '../kit/config.ts';

export interface MailConfig {
  readonly host: string;
  readonly port: number;
  /** `none`: plain, only on the same machine; `starttls`: demanded; `tls`: from the first byte. */
  readonly tls: 'none' | 'starttls' | 'tls';
  readonly user: string | undefined;
  readonly password: Secret | undefined;
  readonly from: string;
  /** Of connecting, greeting and each answer, milliseconds. */
  readonly timeoutMs: number;
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

const schema: z.ZodType<MailConfig> = z
  .object({
    // smtp://host:port, or smtps:// for TLS from the first byte. Not SMTP_PORT: that is where the sandbox listens.
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'expected smtp://host:port or smtps://host:port' })
      .refine((url) => !new URL(url).username, 'must not carry credentials: use SMTP_USER and SMTP_PASSWORD'),
    SMTP_USER: z.string().optional(),
    SMTP_PASSWORD: z.string().optional(),
    MAIL_FROM: z.string().min(3).default('Một cửa tỉnh Lào Cai <khong-tra-loi@motcua.example>'),
    SMTP_TIMEOUT_MS: positiveInt(15_000),
  })
  .refine((env) => (env.SMTP_USER === undefined) === (env.SMTP_PASSWORD === undefined), {
    path: ['SMTP_PASSWORD'],
    message: 'SMTP_USER and SMTP_PASSWORD come together or not at all',
  })
  .transform((env) => {
    const url = new URL(env.SMTP_URL);
    const tls = url.protocol === 'smtps:' ? 'tls' : loopback.has(url.hostname) ? 'none' : 'starttls';
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || (tls === 'tls' ? 465 : 587)),
      tls,
      user: env.SMTP_USER,
      password: env.SMTP_PASSWORD === undefined ? undefined : secret(env.SMTP_PASSWORD),
      from: env.MAIL_FROM,
      timeoutMs: env.SMTP_TIMEOUT_MS,
    };
  });

/** @throws ConfigError */
export function readMailConfig(environment: Environment): MailConfig {
  return readConfig('mail', schema, environment);
}
