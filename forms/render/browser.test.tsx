/** The fields in a real browser: axe finds nothing, the script's helps work, and a phone's width is enough. */
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumLaunchOptions } from '../../connectors/pdf/chromium.ts';
import { parseForm, validateForm } from '../index.ts';
import { PLACES, SAMPLE, SAMPLE_DATA } from '../testing/sample.ts';
import type { Form, FormData } from '../types.ts';
import { ErrorSummary, FormFields, ReviewList } from './index.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await puppeteer.launch(await chromiumLaunchOptions());
}, 60_000);
afterAll(() => browser?.close());

const read = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const form: Form = (() => {
  const result = parseForm(SAMPLE);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.form;
})();

async function open(data: FormData, width: number, checked = true): Promise<Page> {
  const { data: shown, errors } = validateForm(form, data, {
    locale: 'vi',
    now: new Date('2026-11-22T10:00:00Z'),
    places: PLACES,
  });
  const body = renderToStaticMarkup(
    <main>
      <h1>Biểu mẫu thử</h1>
      {checked ? <ErrorSummary errors={errors} locale="vi" /> : null}
      <form method="post">
        {form.pages.map((page) => (
          <FormFields
            key={page.key}
            nodes={page.nodes}
            data={checked ? shown : data}
            errors={checked ? errors : []}
            locale="vi"
            ctx={{ places: PLACES, fileHref: (ref) => `/tep/${ref.id}` }}
          />
        ))}
      </form>
      <ReviewList form={form} data={data} locale="vi" editHref={(page) => `#${page.key}`} />
    </main>,
  );
  const styles = await Promise.all(
    [
      '../../web/app/styles/tokens.css',
      '../../web/app/styles/base.css',
      '../../web/app/styles/components.css',
      './forms.css',
    ].map(read),
  );
  const page = await browser.newPage();
  await page.setViewport({ width, height: 900 });
  await page.setContent(
    `<!doctype html><html lang="vi"><head><title>Thử</title><meta name="viewport" content="width=device-width"><style>${styles.join('\n').replace(/@import[^;]+;/g, '')} body{display:block;padding:16px}</style></head><body>${body}</body></html>`,
  );
  return page;
}

test.each([390, 1280])(
  'no accessibility violation at %i px, with and without errors, and no sideways scrolling',
  async (width) => {
    for (const data of [{}, SAMPLE_DATA]) {
      const page = await open(data, width);
      await page.evaluate(await read('../../node_modules/axe-core/axe.min.js'));
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const result = await axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return result.violations.map(
          (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`,
        );
      });
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.close();
    }
  },
);

test('with the script: conditional fields appear at once, long lists filter without diacritics', async () => {
  const page = await open({ motherKnown: 'no' }, 1280, false);
  const typeAhead = stripTypeScriptTypes(await read('./type-ahead.ts')).replace(/export /g, '');
  const enhance = stripTypeScriptTypes(await read('./enhance.ts'))
    .replace(/import .*;/g, '')
    .replace(/export /g, '');
  await page.evaluate(`${typeAhead}\n${enhance}\nenhanceForms(document);`);
  const visible = (id: string): Promise<boolean> =>
    page.$eval(`#${id}`, (element) => element.checkVisibility());
  expect(await visible('f-mother-fullName')).toBe(false);
  await page.click('input[name="motherKnown"][value="yes"]');
  expect(await visible('f-mother-fullName')).toBe(true);
  await page.click('input[name="mother.married"][value="yes"]');
  expect(await visible('f-marriageNumber')).toBe(true);
  await page.click('input[name="motherKnown"][value="no"]');
  expect(await visible('f-marriageNumber')).toBe(false);
  await page.click('input[name="motherKnown"][value="yes"]');

  await page.type('#f-mother-ethnic', 'mong');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(
    await page.$eval('select[name="mother.ethnic"]', (select) => (select as HTMLSelectElement).value),
  ).toBe('Mông');

  expect(await visible('f-requester-home-commune')).toBe(true);
  await page.$eval('#f-requester-home', (input) => (input as HTMLInputElement).select());
  await page.type('#f-requester-home', 'ha noi');
  await page.keyboard.press('Tab');
  expect(await visible('f-requester-home-commune')).toBe(false);
  expect(await visible('f-requester-home-communeName')).toBe(true);
  await page.close();
});
