/** Documents the exchange took over: header, papers, what the recipient reported and whether the sender has read it. */
import { type HttpHandler, http } from 'msw';
import { isStatusCode, statusNames } from '../../documents/edxml.ts';
import { readEdxml } from '../../documents/read-edxml.ts';
import type { Sql } from '../store.ts';
import { both, type Html, html, when } from './html.ts';
import { notFound, page, table } from './layout.ts';
import type { PageOptions } from './overview.ts';

interface EdocRow {
  readonly doc_id: string;
  readonly document_id: string;
  readonly from_name: string;
  readonly from_organ: string;
  readonly to_name: string;
  readonly to_organ: string;
  readonly code: string;
  readonly type_name: string;
  readonly subject: string;
  readonly at: Date;
  readonly times: number;
  readonly sha256: string;
  readonly status: string | null;
}
interface StatusRow {
  readonly code: string;
  readonly description: string;
  readonly visible_at: Date;
  readonly acknowledged_at: Date | null;
}

export function documentHandlers({ sql, base }: PageOptions): HttpHandler[] {
  return [
    http.get(`${base}/documents`, async () => {
      const rows = await sql<EdocRow[]>`select doc_id, from_name, code, type_name, subject, at, times,
          (select max(s.code) from sandbox.edoc_status s where s.about = doc_id and s.visible_at <= now()) as status
        from sandbox.edoc order by at desc, doc_id limit 200`;
      const lines = rows.map(
        (edoc) => html`<tr><td>${when(edoc.at)}</td><td>${edoc.from_name}</td><td>${edoc.code}</td>
<td><a href="/documents/${edoc.doc_id}">${edoc.type_name}: ${edoc.subject}</a></td><td>${statusName(edoc.status)}</td><td>${edoc.times}</td></tr>`,
      );
      return page({
        section: '/documents',
        title: { vi: 'Văn bản đã gửi', en: 'Documents sent' },
        body: table(
          'Văn bản',
          [
            { vi: 'Lúc', en: 'At' },
            { vi: 'Nơi gửi', en: 'From' },
            { vi: 'Số, ký hiệu', en: 'Number' },
            { vi: 'Trích yếu', en: 'Subject' },
            { vi: 'Trạng thái', en: 'Status' },
            { vi: 'Số lần gửi', en: 'Times' },
          ],
          lines,
          'Chưa có văn bản nào. No documents yet.',
        ),
      });
    }),
    http.get(`${base}/documents/:id`, async ({ params }) => {
      const [edoc] = await sql<
        EdocRow[]
      >`select *, null as status, null as envelope from sandbox.edoc where doc_id = ${String(params.id)}`;
      if (!edoc) return notFound('/documents');
      const statuses = await sql<
        StatusRow[]
      >`select * from sandbox.edoc_status where about = ${edoc.doc_id} and visible_at <= now()
        order by visible_at, code`;
      const papers = (await papersOf(sql, edoc.doc_id)) ?? [];
      const links = papers.map(
        (paper, index) =>
          html`<li><a href="/documents/${edoc.doc_id}/papers/${index}">${paper.name}</a> (${paper.mime}, ${Math.ceil(paper.bytes.length / 1024)} KB)</li>`,
      );
      const steps = statuses.map(
        (status) => html`<li>${statusName(status.code)}, ${when(status.visible_at)}. ${status.description}.
${status.acknowledged_at ? html`<span class="ok">Nơi gửi đã nhận tin</span>` : html`<span class="wait">Nơi gửi chưa xác nhận</span>`}</li>`,
      );
      return page({
        section: '/documents',
        title: { vi: `${edoc.type_name}: ${edoc.subject}`, en: '' },
        body: html`<dl>
<dt>Số, ký hiệu <span class="en" lang="en">Number</span></dt><dd>${edoc.code}</dd>
<dt>Nơi gửi <span class="en" lang="en">From</span></dt><dd>${edoc.from_name} (${edoc.from_organ})</dd>
<dt>Nơi nhận <span class="en" lang="en">To</span></dt><dd>${edoc.to_name} (${edoc.to_organ})</dd>
<dt>DocumentId</dt><dd>${edoc.document_id}</dd><dt>DocId</dt><dd>${edoc.doc_id}</dd><dt>SHA-256</dt><dd>${edoc.sha256}</dd>
<dt>Số lần gửi <span class="en" lang="en">Times</span></dt><dd>${edoc.times}</dd></dl>
<h2>Tệp <span class="en" lang="en">Papers</span></h2><ul>${links}</ul>
<p><a href="/documents/${edoc.doc_id}/envelope">Gói tin edXML <span class="en" lang="en">Envelope</span></a></p>
<h2>Nơi nhận báo <span class="en" lang="en">Statuses</span></h2><ol class="steps">${steps}</ol>`,
      });
    }),
    http.get(`${base}/documents/:id/papers/:index`, async ({ params }) => {
      const paper = (await papersOf(sql, String(params.id)))?.[Number(params.index)];
      if (!paper) return notFound('/documents');
      const pdf = paper.mime === 'application/pdf';
      return new Response(paper.bytes as BodyInit, {
        headers: {
          'content-type': pdf ? 'application/pdf' : 'application/octet-stream',
          'content-disposition': `${pdf ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(paper.name)}`,
          'x-content-type-options': 'nosniff',
        },
      });
    }),
    http.get(`${base}/documents/:id/envelope`, async ({ params }) => {
      const envelope = await envelopeOf(sql, String(params.id));
      if (!envelope) return notFound('/documents');
      return new Response(envelope as BodyInit, {
        headers: {
          'content-type': 'application/xml; charset=utf-8',
          'content-disposition': 'attachment; filename="document.edxml"',
          'x-content-type-options': 'nosniff',
        },
      });
    }),
  ];
}

async function envelopeOf(sql: Sql, docId: string): Promise<Uint8Array | undefined> {
  const [row] = await sql<
    { envelope: Uint8Array }[]
  >`select envelope from sandbox.edoc where doc_id = ${docId}`;
  return row?.envelope;
}
async function papersOf(sql: Sql, docId: string) {
  const envelope = await envelopeOf(sql, docId);
  if (!envelope) return undefined;
  const message = await readEdxml([envelope]);
  return message.kind === 'edoc' ? message.attachments : [];
}
function statusName(code: string | null): Html {
  return code && isStatusCode(code) ? html`<strong>${code}</strong> ${both(statusNames[code])}` : html``;
}
