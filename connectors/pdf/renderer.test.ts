/** The renderer: offline, without scripts, repeatable, alive again after its browser died. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PDF } from '@libpdf/core';
import { afterEach, expect, test, vi } from 'vitest';
import { chromiumLaunchOptions, createPdfRenderer, PdfError, type PdfRenderer } from './index.ts';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title>${head}<style>html{font:13pt Tinos}</style></head><body>${body}</body></html>`;

const open: { close(): unknown }[] = [];
function renderer(options?: Parameters<typeof createPdfRenderer>[0]): PdfRenderer {
  const made = createPdfRenderer(options);
  open.push(made);
  return made;
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Process ids of our own browser processes. */
function browserIds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
        return (
          Number(parent) === process.pid &&
          readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--remote-debugging-pipe')
        );
      } catch {
        // Gone between listing and reading.
        return false;
      }
    });
}

test('scripts do not run and no address is loaded', async () => {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  open.push(server);
  await vi.waitFor(() => expect(server.listening).toBe(true));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const html = page(
    `<p id="p">nguyên văn</p><img src="${at}/img.png"><iframe src="${at}/frame"></iframe><script src="${at}/x.js"></script><script>document.getElementById('p').textContent = 'bị đổi'</script>`,
    `<link rel="stylesheet" href="${at}/style.css">`,
  );
  const pdf = await PDF.load(await renderer().renderPdf(html));
  expect(pdf.extractText()[0]?.text).toContain('nguyên văn');
  expect(asked).toEqual([]);
});

test('title, language, author and date are the PDF’s; the same paper twice is the same file', async () => {
  const pdfs = renderer();
  const options = { at: new Date('2026-11-20T01:35:00Z'), author: 'Ủy ban nhân dân phường Cam Đường' };
  const first = await pdfs.renderPdf(page('<p>Mỷ Sử ệ ữ Đ đ</p>'), options);
  const pdf = await PDF.load(first);
  expect(pdf.getTitle()).toBe('Thử');
  expect(pdf.getLanguage()).toBe('vi');
  expect(pdf.getAuthor()).toBe(options.author);
  expect(pdf.getCreationDate()).toEqual(options.at);
  expect(pdf.extractText()[0]?.text).toContain('Mỷ Sử ệ ữ Đ đ');
  await pdfs.close();
  const again = await renderer().renderPdf(page('<p>Mỷ Sử ệ ữ Đ đ</p>'), options);
  expect(Buffer.compare(first, again)).toBe(0);
});

test('more documents than pages at a time wait their turn', async () => {
  const pdfs = renderer({ concurrency: 2 });
  const texts = Array.from({ length: 7 }, (_, index) => `tờ số ${index}`);
  const printed = await Promise.all(texts.map((text) => pdfs.renderPdf(page(`<p>${text}</p>`))));
  const read = await Promise.all(
    printed.map(async (bytes) => (await PDF.load(bytes)).extractText()[0]?.text.trim()),
  );
  expect(read).toEqual(texts);
});

test('a browser that was killed is started anew', async () => {
  const pdfs = renderer();
  await pdfs.renderPdf(page('<p>một</p>'));
  const [id] = browserIds();
  expect(id).toBeDefined();
  process.kill(id as number, 'SIGKILL');
  expect((await PDF.load(await pdfs.renderPdf(page('<p>hai</p>')))).extractText()[0]?.text).toContain('hai');
});

test('an idle browser is closed and memory freed', async () => {
  const pdfs = renderer({ idleMs: 50 });
  await pdfs.renderPdf(page('<p>một</p>'));
  await vi.waitFor(() => expect(browserIds()).toEqual([]), { timeout: 5000, interval: 50 });
  await pdfs.renderPdf(page('<p>hai</p>'));
});

test('what cannot be printed is refused with a reason', async () => {
  const pdfs = renderer();
  await expect(pdfs.renderPdf('<p>không đầu</p>')).rejects.toMatchObject({ code: 'BAD_HTML' });
  const away = page('<p>đi mất</p>', '<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">');
  await expect(pdfs.renderPdf(away)).rejects.toMatchObject({ code: 'BAD_HTML' });
  const twice = '<a href="motcua-field:a">&nbsp;</a>';
  await expect(pdfs.renderPdf(page(twice + twice))).rejects.toMatchObject({ code: 'BAD_FIELD' });
  await expect(renderer({ executablePath: '/nowhere/chromium' }).renderPdf(page(''))).rejects.toMatchObject({
    code: 'NO_CHROMIUM',
  });
  await pdfs.close();
  const late = pdfs.renderPdf(page(''));
  await expect(late).rejects.toBeInstanceOf(PdfError);
  await expect(late).rejects.toMatchObject({ code: 'CLOSED' });
});

test('launch options for browser tests name an executable and leave the network alone', async () => {
  const options = await chromiumLaunchOptions();
  expect(options.executablePath).toMatch(/^\//);
  expect(options.args.join(' ')).not.toContain('host-resolver-rules');
});
