/**
 * Papers in PDF are really drawn, by our own scripts under the content policy: what somebody uploaded, and the page as it
 * will be signed, whole and with the place of the signature. What cannot be drawn says why; without scripts a link stays.
 */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, apply, asked, untilShown } from '../../scripts/story/citizen.ts';
import { communes, officialsOf } from '../../scripts/story/main-job.ts';
import { act, acts, awaitTask } from '../../scripts/story/officials.ts';
import { birthCase } from '../../scripts/story/people.ts';
import { createVisitor } from '../../scripts/story/visitor.ts';
import { demoPassword } from '../../seeds/accounts.ts';
import { desk, launch, type Person, person, phone } from './browser.ts';
import { type Product, startProduct } from './product.ts';
import { threePages } from './three-pages.ts';

const patienceMs = 30_000;
let product: Product;
let browser: Browser;
/** Address of the leader's task. */
let signing: string;
const opened: Person[] = [];
/** Answers that were refusals. */
const missing: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  browser = await launch();
  const [commune] = communes;
  if (!commune) throw new Error('no commune');
  const options = { baseUrl: product.url, patienceMs };
  const officials = await officialsOf(commune, options);
  const citizen = createVisitor(options);
  const birth = birthCase(31, 'photo');
  const pages = birth.pages.map((values) =>
    'paperBirthNotice' in values
      ? {
          ...values,
          paperBirthNotice: { name: 'giay-chung-sinh.pdf', type: 'application/pdf', bytes: threePages() },
        }
      : values,
  );
  const sent = await apply(citizen, { ...birth, pages }, commune.name);
  const take = async (visitor: typeof citizen, one: (typeof acts)['accept' | 'approve']) =>
    act(visitor, await awaitTask(visitor, sent.reference, one.element, patienceMs), one);
  await take(officials.reception, acts.accept);
  await take(officials.judicial, acts.approve);
  await untilShown(citizen, sent, asked, patienceMs);
  await answer(citizen, { 'draft.checked': 'true' }, 'confirm');
  signing = await awaitTask(officials.leader, sent.reference, acts.sign.element, patienceMs);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function open(
  user: string,
  path: string,
  viewport: typeof desk & { deviceScaleFactor?: number } = desk,
  scripts = true,
): Promise<Person> {
  const one = await person(browser, product.url, { viewport, scripts });
  opened.push(one);
  one.page.on('response', (response) => {
    if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`);
  });
  await one.go('/can-bo/dang-nhap');
  await one.fill({ username: `${user}.suoicham`, password: demoPassword });
  await one.click('Đăng nhập');
  await one.go(path);
  return one;
}

const choose = async (who: Person, title: RegExp) => {
  const links = await who.page.$$('.sf-paper');
  for (const link of links)
    if (title.test((await link.evaluate((element) => element.textContent)) ?? '')) return link.click();
  throw new Error(`no paper ${title}`);
};

const drawn = (who: Person, page = 1) =>
  who.page.waitForSelector(`.sf-pdf__page[data-state=drawn]:nth-child(${page}) canvas`);

/** Of the n-th page: share of dots that are not white, its size on screen and in dots, its text. */
const look = (who: Person, page = 1) =>
  who.page.$eval(`.sf-pdf__page:nth-child(${page})`, (element) => {
    const canvas = element.querySelector('canvas');
    const dots = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let ink = 0;
    for (let at = 0; at < dots.length; at += 4)
      if ((dots[at] ?? 255) + (dots[at + 1] ?? 255) + (dots[at + 2] ?? 255) < 600) ink++;
    const { width, height } = element.getBoundingClientRect();
    const text = element.querySelector('.sf-pdf__text')?.textContent ?? '';
    return { ink: ink / (dots.length / 4), width, height, dots: canvas?.width ?? 0, text };
  });

const press = (who: Person, label: RegExp) =>
  who.page.$$eval(
    '.sf-pdf__tools button',
    (buttons, pattern) =>
      buttons.find((button) => new RegExp(pattern).test(button.textContent ?? ''))?.click(),
    label.source,
  );

/** Whether this element lies wholly within the window, and within the stage. */
const inSight = (who: Person, selector: string) =>
  who.page.$eval(selector, (element) => {
    const box = element.getBoundingClientRect();
    const stage = element.closest('.sf-pdf__stage')?.getBoundingClientRect();
    return (
      stage !== undefined &&
      box.top >= stage.top &&
      box.bottom <= stage.bottom &&
      box.left >= stage.left &&
      box.right <= stage.right &&
      box.bottom <= window.innerHeight
    );
  });

describe('PDF papers', () => {
  test('the leader sees the whole page as it will be signed at once, the signature outlined where it stands', async () => {
    const leader = await open('lanhdao', signing);
    await drawn(leader);
    const page = await look(leader);
    expect(page.ink).toBeGreaterThan(0.01);
    expect(page.text).toContain('GIẤY KHAI SINH');
    expect(await inSight(leader, '.sf-pdf__page')).toBe(true);
    expect(await inSight(leader, '[data-mark]')).toBe(true);
    // The signature's picture is inside the outline.
    const inside = await leader.page.$eval('[data-mark]', (mark) => {
      const page = mark.closest('.sf-pdf__page');
      const canvas = page?.querySelector('canvas');
      if (!page || !canvas) return 0;
      const [frame, box] = [page.getBoundingClientRect(), mark.getBoundingClientRect()];
      const by = canvas.width / frame.width;
      const area = [box.left - frame.left, box.top - frame.top, box.width, box.height].map((side) =>
        Math.round(side * by),
      ) as [number, number, number, number];
      const dots = canvas.getContext('2d')?.getImageData(...area).data ?? [];
      return dots.filter((value, at) => at % 4 === 0 && value < 160).length;
    });
    expect(inside).toBeGreaterThan(50);
    expect(await leader.axe()).toEqual([]);

    await press(leader, /chỗ ký/);
    await leader.page.waitForFunction(() => (document.querySelector('[data-mark]')?.clientWidth ?? 0) > 250);
    expect(await inSight(leader, '[data-mark]')).toBe(true);
  });

  test('on a phone the same, sharp for its screen', async () => {
    const leader = await open('lanhdao', signing, { ...phone, deviceScaleFactor: 3 });
    await drawn(leader);
    const page = await look(leader);
    expect(page.dots / page.width).toBeCloseTo(3, 1);
    expect(page.ink).toBeGreaterThan(0.01);
    await leader.page.$eval('.sf-papers', (papers) => papers.scrollIntoView());
    expect(await inSight(leader, '.sf-pdf__page')).toBe(true);
    expect(await leader.page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    await leader.picture('signing-phone');
    expect(await leader.axe()).toEqual([]);
  });

  test('an uploaded scan of three pages: every page drawn, counted, enlarged, turned, by button and by key', async () => {
    const leader = await open('lanhdao', signing);
    await choose(leader, /Giấy chứng sinh/);
    await drawn(leader);
    const first = await look(leader);
    expect(first.text).toContain('Trang mot');
    expect(first.ink).toBeGreaterThan(0.001);
    const count = () => leader.page.$eval('.sf-pdf__count', (element) => element.textContent);
    expect(await count()).toBe('Trang 1/3');

    await leader.page.$eval('.sf-pdf__page:nth-child(2)', (page) => page.scrollIntoView({ block: 'center' }));
    await drawn(leader, 2);
    // The fax-coded square is black: 100 × 100 of 595 × 842 points.
    expect((await look(leader, 2)).ink).toBeCloseTo(10_000 / (595 * 842), 2);
    await leader.page.waitForFunction(
      () => document.querySelector('.sf-pdf__count')?.textContent === 'Trang 2/3',
    );

    await leader.page.focus('.sf-pdf__stage');
    await leader.page.keyboard.press('+');
    await leader.page.waitForFunction(
      (width) => (document.querySelector('.sf-pdf__page')?.clientWidth ?? 0) > width,
      {},
      first.width,
    );
    expect(await count()).toBe('Trang 2/3');
    await leader.page.keyboard.press('0');
    await leader.page.keyboard.press('r');
    await leader.page.waitForFunction(() => {
      const page = document.querySelector('.sf-pdf__page:nth-child(2)');
      return page !== null && page.clientWidth > page.clientHeight;
    });
    // Portrait among landscape pages: as wide as they are.
    const widths = await leader.page.$$eval('.sf-pdf__page', (pages) =>
      pages.map((page) => page.clientWidth),
    );
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
    await press(leader, /Phóng to/);
    await drawn(leader, 2);
    expect(await leader.axe()).toEqual([]);
  });

  test('without a connection it says so and tries again on request', async () => {
    const leader = await open('lanhdao', signing);
    await drawn(leader);
    await leader.page.setOfflineMode(true);
    await choose(leader, /Giấy chứng sinh/);
    await leader.page.waitForSelector('.sf-pdf__problem[role=alert]');
    expect(await leader.text()).toContain('Không kết nối được');
    expect(await leader.axe()).toEqual([]);
    await leader.page.setOfflineMode(false);
    await leader.page.$eval('.sf-pdf__problem button', (button) => (button as HTMLButtonElement).click());
    await drawn(leader);
  });

  test('without scripts the browser shows the file itself, and a link leads to it', async () => {
    const leader = await open('lanhdao', signing, desk, false);
    const link = await leader.page.$eval('.sf-pdf__link', (element) => element.getAttribute('href'));
    expect(link).toMatch(/ban-ky$/);
    expect(await leader.page.$('iframe.sf-pdf__plain')).not.toBeNull();
  });

  test('pages without a PDF do not load what draws them', async () => {
    const leader = await open('lanhdao', '/can-bo/viec');
    await leader.page.waitForNetworkIdle({ idleTime: 200 });
    const loaded = await leader.page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => entry.name),
    );
    expect(loaded.length).toBeGreaterThan(5);
    expect(loaded.filter((name) => /pdfjs|pdf\.worker/.test(name))).toEqual([]);
  });

  test('nothing was missing or came from elsewhere, no script failed, the content policy was never broken', () => {
    expect(missing).toEqual([]);
    expect(opened.flatMap((one) => one.complaints)).toEqual([]);
  });
});
