/** The sandbox's mail server: takes every message, delivers none; a repeated Message-ID is counted, not kept twice. */
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { faultOf } from './faults.ts';
import type { Sql } from './store.ts';

const maxBytes = 25 * 1024 * 1024;

/** Answers 250 only after the message is committed. */
export function smtpServer(
  sql: Sql,
  options: { readonly slowMs: number; readonly log: (message: string, error: unknown) => void },
): SMTPServer {
  const server = new SMTPServer({
    banner: 'Motcua sandbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: maxBytes,
    closeTimeout: 500, // clients keep idle connections open for reuse
    onConnect(_session, callback) {
      faultOf(sql, 'mail').then(
        (mode) => callback(mode === 'down' ? smtpError(421, 'service not available') : null),
        (error: unknown) => callback(failure(error)),
      );
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (error) => callback(failure(error)));
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(smtpError(552, 'message is too large'));
        const { mailFrom, rcptTo } = session.envelope;
        const sender = mailFrom ? mailFrom.address : '';
        receive(
          Buffer.concat(chunks),
          sender,
          rcptTo.map((recipient) => recipient.address),
        ).then(
          () => callback(),
          (error: unknown) => callback(failure(error)),
        );
      });
    },
  });
  server.on('error', (error) => {
    // Failing to listen is told by whoever asked for the port.
    if (!('syscall' in error && error.syscall === 'listen')) options.log('SMTP connection failed', error);
  });

  async function receive(raw: Buffer, sender: string, recipients: string[]): Promise<void> {
    const mode = await faultOf(sql, 'mail');
    if (mode === 'error') throw smtpError(451, 'try again later');
    if (mode === 'wrong') throw smtpError(550, 'mailbox unavailable');
    if (mode === 'slow') await delay(options.slowMs);
    // Loaded with the first mail: it is a fifth of the idle process.
    const { simpleParser } = await import('mailparser');
    const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
    const messageId = mail.messageId ?? `<${crypto.randomUUID()}@no-message-id>`;
    await sql`insert into sandbox.mail (message_id, sender, recipients, subject, body_text, body_html, raw)
      values (${messageId}, ${sender}, ${recipients}, ${clean(mail.subject ?? '')}, ${clean(mail.text ?? '')},
        ${mail.html ? clean(mail.html) : null}, ${raw})
      on conflict (message_id) do update set times = sandbox.mail.times + 1`;
  }
  function failure(error: unknown): Error {
    if (error instanceof Error && 'responseCode' in error) return error;
    options.log('mail not kept', error);
    return smtpError(451, 'try again later');
  }
  return server;
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
function clean(text: string): string {
  return text.replaceAll('\0', '');
}
