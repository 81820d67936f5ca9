/** First page: every outside system, whether it works, and the switch that makes it fail. */
import { type HttpHandler, http } from 'msw';
import { isMode, isSystem, type Mode, modes, type System, setFault, systems } from '../faults.ts';
import type { Sql } from '../store.ts';
import { both, html, when } from './html.ts';
import { page } from './layout.ts';

export interface PageOptions {
  readonly sql: Sql;
  readonly base: string;
}

export function overviewHandlers({ sql, base }: PageOptions): HttpHandler[] {
  return [
    http.get(`${base}/`, async () => {
      const faults = new Map(
        (await sql<{ system: string; mode: Mode; since: Date }[]>`select * from sandbox.fault`).map((row) => [
          row.system,
          row,
        ]),
      );
      const [counts] = await sql<{ mails: string; citizens: string; edocs: string; calls: string }[]>`select
        (select count(*) from sandbox.mail) as mails, (select count(*) from sandbox.citizen) as citizens,
        (select count(*) from sandbox.edoc) as edocs, (select count(*) from sandbox.call) as calls`;
      const cards = Object.entries(systems).map(([system, name]) => card(system, name, faults.get(system)));
      return page({
        section: '/',
        title: { vi: 'Tổng quan', en: 'Overview' },
        body: html`<p>Nơi này thay các hệ thống bên ngoài khi chạy thử: đúng giao thức, dữ liệu giả. Chọn một chế độ để xem sự cố trông ra sao.
<span class="en" lang="en">It stands in for outside systems with their real protocols. Choose a mode to see what an incident looks like.</span></p>
<ul class="cards">${cards}</ul>
<h2>Đã nhận <span class="en" lang="en">Received so far</span></h2>
<dl>
<dt>Thư <span class="en" lang="en">mails</span></dt><dd><a href="/mails">${counts?.mails}</a></dd>
<dt>Số định danh đã cấp <span class="en" lang="en">numbers assigned</span></dt><dd><a href="/citizens">${counts?.citizens}</a></dd>
<dt>Văn bản <span class="en" lang="en">documents</span></dt><dd><a href="/documents">${counts?.edocs}</a></dd>
<dt>Lượt gọi <span class="en" lang="en">calls</span></dt><dd><a href="/calls">${counts?.calls}</a></dd>
</dl>`,
      });
    }),
    http.post(`${base}/faults`, async ({ request }) => {
      // A page of another site must not switch anything; programs send no such header.
      const site = request.headers.get('sec-fetch-site');
      if (site && site !== 'same-origin' && site !== 'none')
        return new Response('cross-site request refused', { status: 403 });
      const form = new URLSearchParams(await request.text());
      const system = form.get('system') ?? '';
      const mode = form.get('mode') ?? '';
      if (!isSystem(system) || !isMode(mode))
        return Response.json(
          { error: `system: ${Object.keys(systems)}; mode: ${Object.keys(modes)}` },
          { status: 400 },
        );
      await setFault(sql, system as System, mode);
      return new Response(null, { status: 303, headers: { location: '/' } });
    }),
  ];
}

function card(
  system: string,
  name: { vi: string; en: string },
  fault: { mode: Mode; since: Date } | undefined,
) {
  const current = fault?.mode ?? 'ok';
  const options = Object.entries(modes).map(
    ([mode, text]) =>
      html`<option value="${mode}"${mode === current ? html` selected` : ''}>${text.vi} (${text.en})</option>`,
  );
  const state = fault
    ? html`<span class="bad">${modes[fault.mode].vi}</span> từ ${when(fault.since)}`
    : html`<span class="ok">${modes.ok.vi}</span>`;
  return html`<li${fault ? html` class="failing"` : ''}>
<h3>${both(name)}</h3><p>${state}</p>
<form method="post" action="/faults"><input type="hidden" name="system" value="${system}">
<label for="mode-${system}">Chế độ <span class="en" lang="en">Mode</span></label>
<select id="mode-${system}" name="mode">${options}</select>
<button aria-label="Áp dụng / Apply: ${name.vi}">Áp dụng <span lang="en">/ Apply</span></button></form></li>`;
}
