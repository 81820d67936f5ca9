/** E-mail through the real SMTP server of the sandbox, and the texts. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { outcome, type TestSandbox, testSandbox } from '../testing/sandbox.ts';
import { readMailConfig } from './config.ts';
import { createMailer, type Mailer } from './mailer.ts';
import { renderMail } from './render.ts';
import { type MailFacts, type MailKind, mailTemplates } from './templates.ts';

interface Stored {
  readonly messageId: string;
  readonly times: number;
  readonly recipients: string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
let sandbox: TestSandbox;
let mailer: Mailer;
beforeAll(async () => {
  sandbox = await testSandbox({ slowMs: 1_000 });
  mailer = createMailer(sandbox.environment);
});
afterAll(async () => {
  mailer.close();
  await sandbox.close();
});
afterEach(() => sandbox.fault('mail', 'ok'));

const facts: MailFacts = {
  code: 'H38.12-261120-0001',
  procedureName: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
  unitName: { vi: 'UBND xã Cốc San', en: 'People’s Committee of Cốc San' },
  trackingUrl: 'http://127.0.0.1:3000/track?code=H38.12-261120-0001',
  dueDate: '23/11/2026 17:00',
  answerBy: '21/11/2026 17:00',
  reason: 'Thiếu <b>giấy chứng sinh</b> & bản sao',
  pin: '482913',
  phone: '0214 3820 001',
};
const mail = (more = {}) => ({
  to: 'dan@example.vn',
  ...renderMail('accepted', facts),
  idempotencyKey: `notify:${crypto.randomUUID()}`,
  ...more,
});
const stored = (to: string) => sandbox.api<Stored[]>(`mails?to=${encodeURIComponent(to)}`);

describe('sendMail', () => {
  it('delivers Vietnamese subject, text and HTML unchanged', async () => {
    await mailer.sendMail(mail({ to: 'a@example.vn' }));
    const [got] = await stored('a@example.vn');
    expect(got?.subject).toBe('Hồ sơ H38.12-261120-0001 đã được tiếp nhận, hẹn trả 23/11/2026 17:00');
    expect(got?.text).toContain('Mã hồ sơ: H38.12-261120-0001. Hẹn trả kết quả: 23/11/2026 17:00.');
    expect(got?.html).toContain('<p style="margin:0 0 14px">UBND xã Cốc San đã tiếp nhận hồ sơ');
  });

  it('repeated, carries the same Message-ID and shows once', async () => {
    const one = mail({ to: 'b@example.vn' });
    const first = await mailer.sendMail(one);
    await sandbox.restart();
    expect(await mailer.sendMail(one)).toEqual(first);
    const got = await stored('b@example.vn');
    expect(got.map((each) => [each.messageId, each.times])).toEqual([[first.messageId, 2]]);
  });

  it.each([
    ['error', 'SMTP_451 transient'],
    ['wrong', 'SMTP_550 permanent'],
    ['down', 'SMTP_421 transient'],
  ] as const)('mail server %s → %s', async (mode, expected) => {
    await sandbox.fault('mail', mode);
    const fresh = createMailer(sandbox.environment);
    expect(await outcome(fresh.sendMail(mail()))).toBe(expected);
    fresh.close();
  });

  it('slow → transient', async () => {
    await sandbox.fault('mail', 'slow');
    const hasty = createMailer({ ...sandbox.environment, SMTP_TIMEOUT_MS: '200' });
    expect(await outcome(hasty.sendMail(mail()))).toBe('MAIL_NETWORK transient');
    hasty.close();
  });

  it('nobody listens → transient; no address → permanent', async () => {
    const nobody = createMailer({ SMTP_URL: 'smtp://127.0.0.1:9' });
    expect(await outcome(nobody.sendMail(mail()))).toBe('MAIL_NETWORK transient');
    expect(await outcome(mailer.sendMail(mail({ to: '' })))).toBe('MAIL_ADDRESS permanent');
    nobody.close();
  });

  it('a line end in a subject makes no header', async () => {
    await mailer.sendMail(mail({ to: 'c@example.vn', subject: 'Xin chào\r\nBcc: x@example.vn' }));
    const [got] = await stored('c@example.vn');
    expect([got?.subject, got?.recipients]).toEqual(['Xin chào Bcc: x@example.vn', ['c@example.vn']]);
  });
});

describe('configuration', () => {
  it('demands TLS of a server elsewhere, and both or neither of user and password', () => {
    expect(readMailConfig({ SMTP_URL: 'smtp://mail.example.vn' })).toMatchObject({
      tls: 'starttls',
      port: 587,
    });
    expect(readMailConfig({ SMTP_URL: 'smtps://mail.example.vn' })).toMatchObject({ tls: 'tls', port: 465 });
    expect(() => readMailConfig({ SMTP_URL: 'smtp://mail.example.vn', SMTP_USER: 'a' })).toThrow(
      /SMTP_PASSWORD/,
    );
    expect(() => readMailConfig({ SMTP_URL: 'http://mail.example.vn' })).toThrow(/SMTP_URL/);
    const config = readMailConfig({ SMTP_URL: 'smtp://m.vn', SMTP_USER: 'a', SMTP_PASSWORD: 'geheim' });
    expect(JSON.stringify(config)).not.toContain('geheim');
    expect(config.password?.reveal()).toBe('geheim');
  });
});

describe('texts', () => {
  const kinds = Object.keys(mailTemplates) as MailKind[];
  it.each(kinds)('%s: filled in whole, both languages, linked, escaped', (kind) => {
    const { subject, text, html } = renderMail(kind, facts);
    expect(`${subject}${text}${html}`).not.toMatch(/[{}]\w|undefined|null/);
    expect(subject).toContain(facts.code);
    expect(text).toContain(facts.trackingUrl);
    expect(html).toContain('href="http://127.0.0.1:3000/track?code=H38.12-261120-0001"');
    expect(html).not.toContain('<b>');
    expect(text.indexOf('Ông/Bà')).toBeGreaterThanOrEqual(0);
    expect(html).toContain('lang="en"');
  });
  it('leaves out what is not known, but never a fact of the subject', () => {
    const { reason: _, phone: __, ...less } = facts;
    expect(renderMail('refused', less).text).not.toMatch(/Lý do|gọi/);
    expect(() => renderMail('accepted', { ...facts, dueDate: '' })).toThrow(RangeError);
  });
  it('only the receipt carries the PIN', () => {
    expect(kinds.filter((kind) => renderMail(kind, facts).text.includes('482913'))).toEqual(['submitted']);
  });
});
