/** A real browser for the story tests: people with windows of their own, screenshots, axe, and no tolerated script error. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../connectors/pdf/index.ts';

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

/** Where pictures go: docs/screenshots with SCREENSHOTS=docs, else nowhere. */
const pictures =
  process.env.SCREENSHOTS === 'docs'
    ? resolve(import.meta.dirname, '../../docs/screenshots')
    : process.env.SCREENSHOTS;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Person {
  readonly page: Page;
  readonly go: (path: string) => Promise<void>;
  /** Types into the field of this name, or chooses the option or box of this value. */
  readonly fill: (values: Readonly<Record<string, string>>) => Promise<void>;
  readonly upload: (name: string, file: string) => Promise<void>;
  /** Clicks the visible button or link with this text and waits for what it loads. */
  readonly click: (text: string) => Promise<void>;
  readonly text: () => Promise<string>;
  readonly path: () => string;
  readonly picture: (name: string, whole?: boolean) => Promise<void>;
  /** Accessibility faults of WCAG 2.2 A and AA, as readable lines. */
  readonly axe: () => Promise<readonly string[]>;
  /** Script errors and refused resources seen so far. */
  readonly complaints: readonly string[];
}

export async function launch(): Promise<Browser> {
  return puppeteer.launch(await chromiumLaunchOptions());
}

/** Opens a window that shares no cookies with others. */
export async function person(
  browser: Browser,
  baseUrl: string,
  options: { viewport: { width: number; height: number }; scripts: boolean },
): Promise<Person> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(options.viewport);
  await page.setJavaScriptEnabled(options.scripts);
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) =>
    complaints.push(`${page.url()}: ${error instanceof Error ? error.message : String(error)}`),
  );
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught|hydrat/i.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(baseUrl).origin)
      complaints.push(`third party: ${url.origin}`);
  });

  const fillOne = async (name: string, value: string) => {
    const selector = `[name="${name}"]:not([type=hidden])`;
    const kind = await page.$eval(selector, (element) =>
      element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
    );
    if (kind === 'radio' || kind === 'checkbox') {
      const box = await page.$(kind === 'radio' ? `${selector}[value="${value}"]` : selector);
      await box?.evaluate(
        (element) => element instanceof HTMLInputElement && !element.checked && element.click(),
      );
    } else if (kind === 'select') await page.select(selector, value);
    else {
      await page.$eval(selector, (element) => {
        if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.value = '';
      });
      await page.type(selector, value);
    }
  };

  return {
    page,
    complaints,
    go: async (path) => {
      await page.goto(new URL(path, baseUrl).href, { waitUntil: 'load' });
    },
    fill: async (values) => {
      for (const [name, value] of Object.entries(values)) await fillOne(name, value);
    },
    upload: async (name, file) => {
      const input = await page.$(`input[type=file][name="${name}"]`);
      if (!input) throw new Error(`no file field ${name} on ${page.url()}`);
      await (input as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(file);
    },
    click: async (text) => {
      const found = await page.waitForSelector(
        `::-p-xpath(//*[self::button or self::a or self::summary][normalize-space(.)=${quote(text)} and not(@aria-hidden)])`,
        { visible: true },
      );
      if (!found) throw new Error(`nothing to click named "${text}" on ${page.url()}`);
      const navigates = await found.evaluate((element) => element.tagName !== 'SUMMARY');
      if (!navigates) return found.evaluate((element) => (element as HTMLElement).click());
      if (options.scripts && (await page.$('script[type=module]'))) {
        // A hydrated page changes its address without loading a document.
        await found.click();
        await page.waitForNetworkIdle({ idleTime: 120, timeout: 20_000 });
      } else await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), found.click()]);
    },
    text: () => page.$eval('body', (body) => body.innerText.replace(/\s+/g, ' ')),
    path: () => new URL(page.url()).pathname,
    picture: async (name, whole = false) => {
      if (!pictures) return;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) as `${string}.png`, fullPage: whole });
    },
    axe: async () => {
      // Through the debugger, so that neither the page's policy nor switched-off scripts stand in the way.
      await page.setJavaScriptEnabled(true);
      await page.evaluate(axeSource);
      const found = (await page.evaluate(
        'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((r) => r.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)}`))',
      )) as string[];
      await page.setJavaScriptEnabled(options.scripts);
      return found;
    },
  };
}

const quote = (text: string): string => (text.includes('"') ? `'${text}'` : `"${text}"`);
