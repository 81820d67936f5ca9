/** E-mail through SMTP (nodemailer): same key → same Message-ID; failures sorted into transient and permanent. */
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Environment } from '../kit/config.ts';
import { ConnectorError } from '../kit/types.ts';
import { readMailConfig } from './config.ts';

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** SMTP delivers at least once; a repeat carries the same Message-ID, so mail servers and readers can fold it. */
  readonly idempotencyKey: string;
}
export interface Mailer {
  /** @throws ConnectorError */
  sendMail(mail: Mail): Promise<{ readonly messageId: string }>;
  /** Back-off in milliseconds before try 2, 3, … of one e-mail: a mail server may be away for some hours. */
  readonly backoff: readonly number[];
  /** Ends idle connections. */
  close(): void;
}
/** One mailer per process; keeps up to two connections. @throws ConfigError */
export function createMailer(environment: Environment): Mailer {
  const config = readMailConfig(environment);
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host: config.host,
    port: config.port,
    secure: config.tls === 'tls',
    requireTLS: config.tls === 'starttls',
    ignoreTLS: config.tls === 'none',
    ...(config.user !== undefined &&
      config.password && { auth: { user: config.user, pass: config.password.reveal() } }),
    connectionTimeout: config.timeoutMs,
    greetingTimeout: config.timeoutMs,
    socketTimeout: config.timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    backoff: [2_000, 10_000, 60_000, 300_000, 1_800_000, 7_200_000],
    async sendMail({ idempotencyKey, ...mail }) {
      const messageId = messageIdOf(idempotencyKey, config.from);
      try {
        await transport.sendMail({
          ...mail,
          // A line end in an address or subject would be another header.
          to: singleLine(mail.to),
          subject: singleLine(mail.subject),
          from: config.from,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { messageId };
      } catch (cause) {
        throw mailError(cause);
      }
    },
    close: () => transport.close(),
  };
}

/** `<sha256 of the key, 40 hex digits>@<sender's domain>`. */
function messageIdOf(idempotencyKey: string, from: string): string {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'motcua.example';
  return `<${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 40)}@${domain}>`;
}

/** SMTP 5xx and refused log-ins stay refused; 4xx and everything about the line may pass (RFC 5321 4.2.1). */
function mailError(cause: unknown): ConnectorError {
  const code = field(cause, 'code') ?? 'UNKNOWN';
  const response = Number(field(cause, 'responseCode'));
  if (response >= 400 && response < 500)
    return new ConnectorError(`SMTP_${response}`, `mail server answered ${response}`, 'transient', { cause });
  if (response >= 500)
    return new ConnectorError(`SMTP_${response}`, `mail server refused with ${response}`, 'permanent', {
      cause,
    });
  if (code === 'EENVELOPE')
    return new ConnectorError('MAIL_ADDRESS', 'not an address mail can be sent to', 'permanent', { cause });
  if (code === 'EAUTH')
    return new ConnectorError(
      'MAIL_CREDENTIALS',
      'mail server refused SMTP_USER, SMTP_PASSWORD',
      'permanent',
      { cause },
    );
  return new ConnectorError('MAIL_NETWORK', `mail server cannot be reached (${code})`, 'transient', {
    cause,
  });
}

function field(error: unknown, name: string): string | undefined {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
function singleLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').trim();
}
