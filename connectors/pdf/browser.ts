/** One warm Chromium: started on first use, closed when idle, started anew when it died. Hands out pages, a bounded number at a time. */
import type { Browser, Page } from 'puppeteer-core';
import { type ChromiumLaunchOptions, chromiumLaunchOptions } from './chromium.ts';
import { PdfError } from './errors.ts';
import { makeProfile } from './profile.ts';

export interface WarmBrowserOptions {
  readonly executablePath?: string | undefined;
  readonly idleMs: number;
  readonly concurrency: number;
  readonly timeoutMs: number;
}
export interface WarmBrowser {
  /** Runs `use` with a page of its own. A page whose use failed is thrown away. */
  withPage<T>(use: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createWarmBrowser(options: WarmBrowserOptions): WarmBrowser {
  let launchOptions: Promise<ChromiumLaunchOptions> | undefined;
  let browser: Promise<Browser> | undefined;
  let idleTimer: NodeJS.Timeout | undefined;
  let closed = false;
  let busy = 0;
  const idlePages: Page[] = [];
  /** The page every browser opens by itself: using it spares a process. */
  const firstPages: Page[] = [];
  const waiting: (() => void)[] = [];

  async function launch(): Promise<Browser> {
    launchOptions ??= chromiumLaunchOptions({ offline: true, ...pathOption(options.executablePath) });
    let found: ChromiumLaunchOptions;
    try {
      found = await launchOptions;
    } catch (error) {
      launchOptions = undefined;
      throw error;
    }
    const profile = await makeProfile();
    // Over a pipe, Chromium ends itself when this process is gone, however it ended.
    // Loaded with the first document: a process that prints nothing does without it (40 MB).
    const { default: puppeteer } = await import('puppeteer-core');
    const started = await puppeteer.launch({
      ...found,
      pipe: true,
      userDataDir: profile.dir,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: options.timeoutMs,
      protocolTimeout: options.timeoutMs,
    });
    started.process()?.once('exit', () => void profile.remove());
    started.once('disconnected', forget);
    firstPages.push(...(await started.pages()));
    return started;
  }
  function forget(): void {
    browser = undefined;
    idlePages.length = 0;
    firstPages.length = 0;
  }
  function current(): Promise<Browser> {
    if (!browser) {
      const starting = launch();
      browser = starting;
      starting.catch(() => {
        if (browser === starting) browser = undefined;
      });
    }
    return browser;
  }
  async function openPage(): Promise<Page> {
    const running = await current();
    return secured(firstPages.pop() ?? (await running.newPage()));
  }
  async function takeSlot(): Promise<void> {
    if (busy < options.concurrency) {
      busy += 1;
      return;
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function giveSlot(): void {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
    if (busy === 0) restAfterIdle();
  }
  function restAfterIdle(): void {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => void stop(), options.idleMs);
    idleTimer.unref();
  }
  async function stop(): Promise<void> {
    clearTimeout(idleTimer);
    const running = browser;
    forget();
    if (!running) return;
    const started = await running.catch(() => undefined);
    started?.off('disconnected', forget);
    await started?.close();
  }
  async function withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
    await takeSlot();
    clearTimeout(idleTimer);
    try {
      if (closed) throw new PdfError('CLOSED', 'The PDF renderer is closed already.');
      const page = idlePages.pop() ?? (await openPage());
      try {
        const result = await use(page);
        if (page.browser().connected) idlePages.push(page);
        return result;
      } catch (error) {
        // The page may hang on what it was doing: it is not used again, and closing it must not hide the cause.
        void page.close().catch(() => undefined);
        throw error;
      }
    } finally {
      giveSlot();
    }
  }
  return {
    withPage,
    close: async () => {
      closed = true;
      await stop();
    },
  };
}

/** No scripts, no requests. */
async function secured(page: Page): Promise<Page> {
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const settled = request.url().startsWith('data:') ? request.continue() : request.abort('accessdenied');
    // A page closed meanwhile has no request to settle any more.
    settled.catch(() => undefined);
  });
  return page;
}

function pathOption(executablePath: string | undefined): { executablePath?: string } {
  return executablePath === undefined ? {} : { executablePath };
}
