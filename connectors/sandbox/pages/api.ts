/** The same facts as JSON, for scripts and tests: mails, citizens, documents, calls, faults. Newest first, at most 1000. */
import { type HttpHandler, HttpResponse, http } from 'msw';
import type { PageOptions } from './overview.ts';

export function apiHandlers({ sql, base }: PageOptions): HttpHandler[] {
  const list = (name: string, read: (parameters: URLSearchParams) => PromiseLike<readonly unknown[]>) =>
    http.get(`${base}/api/${name}`, async ({ request }) =>
      HttpResponse.json([...(await read(new URL(request.url).searchParams))]),
    );
  return [
    http.get(`${base}/healthz`, async () => {
      await sql`select 1`;
      return HttpResponse.json({ status: 'ok' });
    }),
    list('mails', (parameters) => {
      const to = parameters.get('to');
      return sql`select id, at, times, message_id as "messageId", sender, recipients, subject, body_text as text, body_html as html
        from sandbox.mail where ${to === null ? sql`true` : sql`${to} = any(recipients)`} order by id desc limit 1000`;
    }),
    list(
      'citizens',
      () => sql`select personal_id as "personalId", request_key as "requestKey", at, times, official_id as "officialId", purpose
        from sandbox.citizen order by at desc, personal_id limit 1000`,
    ),
    list(
      'documents',
      () => sql`select doc_id as "docId", document_id as "documentId", from_organ as "fromOrgan", to_organ as "toOrgan", code, subject, at,
          times, sha256, (select array_agg(s.code order by s.visible_at) from sandbox.edoc_status s
            where s.about = e.doc_id and s.visible_at <= now()) as statuses
        from sandbox.edoc e order by at desc, doc_id limit 1000`,
    ),
    list(
      'calls',
      () =>
        sql`select id, at, system, operation, key, status, ms from sandbox.call order by id desc limit 1000`,
    ),
    list('faults', () => sql`select system, mode, since from sandbox.fault`),
  ];
}
