/** HTML of our templates → tagged A4 PDF with embedded fonts, form fields and repeatable metadata. */
import type { Page } from 'puppeteer-core';
import { createWarmBrowser } from './browser.ts';
import { PdfError } from './errors.ts';
import type { FinishOptions } from './finish.ts';
import { fontFaces } from './fonts.ts';

export interface PdfRendererOptions {
  /** Chromium to use; otherwise CHROMIUM_PATH, the system's, the bundled one. */
  readonly executablePath?: string;
  /** Time without work after which the browser is closed, in milliseconds. */
  readonly idleMs?: number;
  /** Documents rendered at the same time; more of them queue. */
  readonly concurrency?: number;
  /** Bound for one render and for starting the browser, in milliseconds. */
  readonly timeoutMs?: number;
}
export interface PdfRenderer {
  /**
   * Renders one HTML document (with `<head>` and `<title>`; the title and `lang` are the PDF's). Scripts do not run and no
   * address but `data:` is loaded.
   * @throws PdfError NO_CHROMIUM, BROWSER_FAILED, BAD_HTML, BAD_FIELD, TIMEOUT, CLOSED
   */
  renderPdf(html: string, options?: FinishOptions): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Nothing starts until the first render. */
export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
  const timeoutMs = options.timeoutMs ?? 20_000;
  const browser = createWarmBrowser({
    executablePath: options.executablePath,
    idleMs: options.idleMs ?? 60_000,
    concurrency: options.concurrency ?? 2,
    timeoutMs,
  });
  async function renderPdf(html: string, render: FinishOptions = {}): Promise<Uint8Array> {
    const document = prepareHtml(html);
    const print = () => browser.withPage((page) => printPage(page, document, timeoutMs));
    let printed: Uint8Array;
    try {
      // A browser that died while idle or in the middle is worth one new one: printing has no effect outside.
      printed = await print().catch((error: unknown) =>
        isBrowserLoss(error) ? print() : Promise.reject(error),
      );
    } catch (error) {
      throw asPdfError(error);
    }
    const { finishPdf } = await import('./finish.ts');
    return finishPdf(printed, render);
  }
  return { renderPdf, close: () => browser.close() };
}

async function printPage(page: Page, html: string, timeout: number): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout });
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false, timeout });
}

const POLICY =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:; font-src data:">';

function prepareHtml(html: string): string {
  const normal = html.normalize('NFC');
  const head = /<head(\s[^>]*)?>/i.exec(normal);
  if (!head || !/<title>[^<]+<\/title>/i.test(normal) || !/<html[^>]*\slang=/i.test(normal))
    throw new PdfError(
      'BAD_HTML',
      'The document needs <html lang>, <head> and a <title>: they become the PDF’s language and title.',
    );
  if (/http-equiv\s*=\s*["']?refresh/i.test(normal))
    throw new PdfError(
      'BAD_HTML',
      'The document leads away from itself (meta refresh): nothing would be printed.',
    );
  const at = head.index + head[0].length;
  return `${normal.slice(0, at)}${POLICY}<style>${fontFaces(normal)}</style>${normal.slice(at)}`;
}

function isBrowserLoss(error: unknown): boolean {
  return (
    error instanceof Error && /Connection closed|Session closed|Target closed|detached/i.test(error.message)
  );
}

/** By name: the classes would load the whole library into a process that prints nothing. */
function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'TimeoutError' || (error.name === 'ProtocolError' && /timed out/i.test(error.message))
  );
}

function asPdfError(error: unknown): PdfError {
  if (error instanceof PdfError) return error;
  if (isTimeout(error))
    return new PdfError(
      'TIMEOUT',
      'Chromium did not finish the document in time. Try again; the browser is started anew if it hangs.',
      { cause: error },
    );
  return new PdfError(
    'BROWSER_FAILED',
    `Chromium could not print the document: ${error instanceof Error ? error.message : String(error)}`,
    { cause: error },
  );
}
