/** Style sheet, fonts and icon of the pages, read once. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type HttpHandler, http } from 'msw';

const require = createRequire(import.meta.url);
const fonts = ['vietnamese-400', 'latin-400', 'vietnamese-600', 'latin-600'] as const;
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1f3a5f"/><path d="M3 11V5h10v6z" fill="none" stroke="#fff" stroke-width="1.5"/><path d="m3 5 5 4 5-4" fill="none" stroke="#c99a2e" stroke-width="1.5"/></svg>';

export function assetHandlers(base: string): HttpHandler[] {
  const file = (path: string, type: string, read: () => Promise<BodyInit>) =>
    http.get(`${base}/assets/${path}`, async () => {
      return new Response(await read(), {
        headers: {
          'content-type': type,
          'cache-control': 'public, max-age=3600',
          'x-content-type-options': 'nosniff',
        },
      });
    });
  const css = once(() => readFile(new URL('./style.css', import.meta.url), 'utf8'));
  return [
    file('style.css', 'text/css; charset=utf-8', css),
    file('icon.svg', 'image/svg+xml', async () => icon),
    ...fonts.map((name) => {
      const woff = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${name}-normal.woff2`;
      return file(
        `${name}.woff2`,
        'font/woff2',
        once(async () => (await readFile(require.resolve(woff))) as BodyInit),
      );
    }),
  ];
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= read();
    return kept;
  };
}
