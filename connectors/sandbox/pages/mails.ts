/** Mails as a reader would see them: list, text, HTML in a frame that may do nothing, source. */
import { type HttpHandler, http } from 'msw';
import type { Sql } from '../store.ts';
import { html, when } from './html.ts';
import { notFound, older, page, table } from './layout.ts';
import type { PageOptions } from './overview.ts';
import { idOf, pageSize } from './paging.ts';

interface MailRow {
  readonly id: string;
  readonly at: Date;
  readonly times: number;
  readonly message_id: string;
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly body_text: string;
  readonly body_html: string | null;
}

export function mailHandlers({ sql, base }: PageOptions): HttpHandler[] {
  return [
    http.get(`${base}/mails`, async ({ request }) => {
      const rows = await sql<MailRow[]>`select id, at, times, recipients, subject from sandbox.mail
        where id < ${idOf(request.url, 'before')} order by id desc limit ${pageSize}`;
      const lines = rows.map(
        (mail) => html`<tr><td>${when(mail.at)}</td><td>${mail.recipients.join(', ')}</td>
<td><a href="/mails/${mail.id}">${mail.subject || '(không có tiêu đề)'}</a></td><td>${mail.times}</td></tr>`,
      );
      return page({
        section: '/mails',
        title: { vi: 'Thư đã gửi', en: 'Mails sent' },
        body: html`${table(
          'Thư',
          [
            { vi: 'Lúc', en: 'At' },
            { vi: 'Người nhận', en: 'To' },
            { vi: 'Tiêu đề', en: 'Subject' },
            { vi: 'Số lần gửi', en: 'Times' },
          ],
          lines,
          'Chưa có thư nào. No mail yet.',
        )}${older('/mails', rows, pageSize)}`,
      });
    }),
    http.get(`${base}/mails/:id`, async ({ params }) => {
      const mail = await findMail(sql, params.id);
      if (!mail) return notFound('/mails');
      const framed = mail.body_html
        ? html`<h2>HTML</h2><iframe sandbox="" src="/mails/${mail.id}/html" title="Thư dạng HTML"></iframe>`
        : '';
      return page({
        section: '/mails',
        title: { vi: mail.subject || '(không có tiêu đề)', en: '' },
        body: html`<dl>
<dt>Lúc <span class="en" lang="en">At</span></dt><dd>${when(mail.at)}</dd>
<dt>Từ <span class="en" lang="en">From</span></dt><dd>${mail.sender}</dd>
<dt>Đến <span class="en" lang="en">To</span></dt><dd>${mail.recipients.join(', ')}</dd>
<dt>Message-ID</dt><dd>${mail.message_id}</dd>
<dt>Số lần gửi <span class="en" lang="en">Times</span></dt><dd>${mail.times}</dd>
</dl>${framed}
<h2>Văn bản <span class="en" lang="en">Text</span></h2><pre class="mail">${mail.body_text}</pre>
<p><a href="/mails/${mail.id}/source">Nguồn của thư <span class="en" lang="en">Source</span></a></p>`,
      });
    }),
    http.get(`${base}/mails/:id/html`, async ({ params }) => {
      const mail = await findMail(sql, params.id);
      if (!mail?.body_html) return notFound('/mails');
      return new Response(mail.body_html, {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy':
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'",
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      });
    }),
    http.get(`${base}/mails/:id/source`, async ({ params }) => {
      const [row] = await sql<
        { raw: Uint8Array }[]
      >`select raw from sandbox.mail where id = ${idOf(String(params.id))}`;
      if (!row) return notFound('/mails');
      return new Response(row.raw as BodyInit, {
        headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
      });
    }),
  ];
}

async function findMail(sql: Sql, id: unknown): Promise<MailRow | undefined> {
  const [mail] = await sql<
    MailRow[]
  >`select id, at, times, message_id, sender, recipients, subject, body_text, body_html
    from sandbox.mail where id = ${idOf(String(id))}`;
  return mail;
}
