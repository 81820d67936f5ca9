/** What the simulated population register has given out, to whose request. */
import { type HttpHandler, http } from 'msw';
import { html, when } from './html.ts';
import { page, table } from './layout.ts';
import type { PageOptions } from './overview.ts';

interface CitizenRow {
  readonly personal_id: string;
  readonly at: Date;
  readonly times: number;
  readonly full_name: string;
  readonly sex: string;
  readonly birth_date: string;
  readonly official_id: string;
  readonly purpose: string;
  readonly request_key: string;
}

export function citizenHandlers({ sql, base }: PageOptions): HttpHandler[] {
  return [
    http.get(`${base}/citizens`, async () => {
      const rows = await sql<
        CitizenRow[]
      >`select personal_id, at, times, concat_ws(' ', nullif(family, ''), nullif(middle, ''), given) as full_name,
          sex, to_char(birth_date, 'DD/MM/YYYY') as birth_date, official_id, purpose, request_key
        from sandbox.citizen order by at desc, personal_id limit 200`;
      const lines = rows.map(
        (
          row,
        ) => html`<tr><td class="code">${row.personal_id}</td><td>${row.full_name}</td><td>${row.sex === '1' ? 'Nam' : 'Nữ'}</td>
<td>${row.birth_date}</td><td>${when(row.at)}</td><td>${row.official_id}</td><td>${row.purpose}</td><td class="code">${row.request_key}</td><td>${row.times}</td></tr>`,
      );
      return page({
        section: '/citizens',
        title: { vi: 'Số định danh đã cấp', en: 'Numbers assigned' },
        body: html`<p>Cùng một mã yêu cầu luôn nhận cùng một số. <span class="en" lang="en">The same request always gets the same number. The latest 200.</span></p>
${table(
  'Số định danh',
  [
    { vi: 'Số định danh', en: 'Number' },
    { vi: 'Họ tên', en: 'Name' },
    { vi: 'Giới tính', en: 'Sex' },
    { vi: 'Ngày sinh', en: 'Born' },
    { vi: 'Cấp lúc', en: 'At' },
    { vi: 'Cán bộ', en: 'Official' },
    { vi: 'Mục đích', en: 'Purpose' },
    { vi: 'Mã yêu cầu', en: 'Request' },
    { vi: 'Số lần hỏi', en: 'Times' },
  ],
  lines,
  'Chưa cấp số nào. None yet.',
)}`,
      });
    }),
  ];
}
