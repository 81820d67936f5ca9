/** Frame of every sandbox page: header, navigation, strict headers. No script anywhere. */
import { both, type Html, html } from './html.ts';

const nav = [
  { href: '/', vi: 'Tổng quan', en: 'Overview' },
  { href: '/mails', vi: 'Thư', en: 'Mail' },
  { href: '/citizens', vi: 'Dân cư', en: 'Population' },
  { href: '/documents', vi: 'Văn bản', en: 'Documents' },
  { href: '/calls', vi: 'Lượt gọi', en: 'Calls' },
] as const;
export type Section = (typeof nav)[number]['href'];

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

export interface Page {
  readonly section: Section;
  readonly title: { readonly vi: string; readonly en: string };
  readonly body: Html;
  readonly status?: number;
}

export function page({ section, title, body, status = 200 }: Page): Response {
  const links = nav.map(
    (link) =>
      html`<li><a href="${link.href}"${link.href === section ? html` aria-current="page"` : ''}>${both(link)}</a></li>`,
  );
  const document = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.vi} – Hệ thống mô phỏng Một cửa</title>
<link rel="stylesheet" href="/assets/style.css">
<link rel="icon" href="/assets/icon.svg">
</head>
<body>
<a class="skip" href="#main">Đến nội dung</a>
<header>
<p class="name">Hệ thống mô phỏng <span class="en" lang="en">Sandbox of outside systems</span></p>
<p class="note">Không có gì rời khỏi máy này. <span class="en" lang="en">Nothing leaves this machine.</span></p>
<nav aria-label="Chính"><ul>${links}</ul></nav>
</header>
<main id="main">
<h1>${both(title)}</h1>
${body}
</main>
</body>
</html>`;
  return new Response(document.html, { status, headers: pageHeaders });
}

export function notFound(section: Section): Response {
  return page({
    section,
    status: 404,
    title: { vi: 'Không tìm thấy', en: 'Not found' },
    body: html`<p>Mục này không có hoặc đã bị xoá. <span class="en" lang="en">There is no such entry.</span></p><p><a href="${section}">Về danh sách</a></p>`,
  });
}

/** A table that scrolls sideways on a phone, or a sentence when there is nothing. */
export function table(
  caption: string,
  heads: readonly { vi: string; en: string }[],
  rows: readonly Html[],
  empty: string,
): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${both(head)}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** Link to the older entries, when there may be some. */
export function older(base: string, rows: readonly { readonly id: string }[], size: number): Html {
  const last = rows.at(-1);
  if (!last || rows.length < size) return html``;
  return html`<p><a href="${base}?before=${last.id}">Cũ hơn <span class="en" lang="en">Older</span></a></p>`;
}
