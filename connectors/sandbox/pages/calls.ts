/** Every HTTP call the simulated systems got, with what was asked and answered. */
import { type HttpHandler, http } from 'msw';
import { isSystem, systems } from '../faults.ts';
import { html, when } from './html.ts';
import { notFound, older, page, table } from './layout.ts';
import type { PageOptions } from './overview.ts';
import { idOf, pageSize } from './paging.ts';

interface CallRow {
  readonly id: string;
  readonly at: Date;
  readonly system: string;
  readonly operation: string;
  readonly key: string | null;
  readonly status: number;
  readonly ms: number;
  readonly request: string;
  readonly response: string;
}

export function callHandlers({ sql, base }: PageOptions): HttpHandler[] {
  return [
    http.get(`${base}/calls`, async ({ request }) => {
      const rows = await sql<CallRow[]>`select id, at, system, operation, key, status, ms from sandbox.call
        where id < ${idOf(request.url, 'before')} order by id desc limit ${pageSize}`;
      const lines = rows.map(
        (
          call,
        ) => html`<tr><td>${when(call.at)}</td><td>${nameOf(call.system)}</td><td><a href="/calls/${call.id}">${call.operation}</a></td>
<td>${statusText(call.status)}</td><td>${call.ms} ms</td><td class="code">${call.key}</td></tr>`,
      );
      return page({
        section: '/calls',
        title: { vi: 'Lượt gọi', en: 'Calls' },
        body: html`${table(
          'Lượt gọi',
          [
            { vi: 'Lúc', en: 'At' },
            { vi: 'Hệ thống', en: 'System' },
            { vi: 'Dịch vụ', en: 'Operation' },
            { vi: 'Trả lời', en: 'Status' },
            { vi: 'Mất', en: 'Took' },
            { vi: 'Khoá', en: 'Key' },
          ],
          lines,
          'Chưa có lượt gọi nào. No calls yet.',
        )}${older('/calls', rows, pageSize)}`,
      });
    }),
    http.get(`${base}/calls/:id`, async ({ params }) => {
      const [call] = await sql<CallRow[]>`select * from sandbox.call where id = ${idOf(String(params.id))}`;
      if (!call) return notFound('/calls');
      return page({
        section: '/calls',
        title: { vi: `${nameOf(call.system)}: ${call.operation}`, en: '' },
        body: html`<dl><dt>Lúc <span class="en" lang="en">At</span></dt><dd>${when(call.at)}</dd>
<dt>Trả lời <span class="en" lang="en">Status</span></dt><dd>${statusText(call.status)}</dd>
<dt>Mất <span class="en" lang="en">Took</span></dt><dd>${call.ms} ms</dd></dl>
<h2>Yêu cầu <span class="en" lang="en">Request</span></h2><pre>${readable(call.request)}</pre>
<h2>Kết quả <span class="en" lang="en">Reply</span></h2><pre>${readable(call.response)}</pre>`,
      });
    }),
  ];
}

function nameOf(system: string): string {
  return isSystem(system) ? systems[system].vi : system;
}
function statusText(status: number) {
  if (status === 0) return html`<span class="bad">ngắt kết nối</span>`;
  return html`<span class="${status < 400 ? 'ok' : 'bad'}">${status}</span>`;
}
/** One element per line; good enough to read, the stored text stays as it came. */
function readable(text: string): string {
  if (!text.startsWith('<')) return text || '(trống)';
  let depth = 0;
  return text
    .replaceAll(/>\s*</g, '>\n<')
    .split('\n')
    .map((line) => {
      if (/^<\//.test(line)) depth = Math.max(0, depth - 1);
      const indented = '  '.repeat(depth) + line;
      if (/^<[^/?!][^>]*[^/]>$/.test(line) || /^<\w>$/.test(line)) depth++;
      return indented;
    })
    .join('\n');
}
