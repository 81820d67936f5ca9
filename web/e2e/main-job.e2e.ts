/**
 * The main job in a real browser: a citizen without scripts on a phone, the officials of a commune at their desks, from the
 * application over one supplement to the doubly signed result. Runs unchanged on the embedded broker and on Zeebe.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSigningService } from '../../connectors/signing/index.ts';
import { signIn as signInVisitor } from '../../scripts/story/officials.ts';
import { birthCase, birthNotice } from '../../scripts/story/people.ts';
import { createVisitor } from '../../scripts/story/visitor.ts';
import { demoPassword } from '../../seeds/accounts.ts';
import { desk, launch, type Person, person, phone } from './browser.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let browser: Browser;
let citizen: Person;
const officials = new Map<string, Person>();
const folder = mkdtempSync(join(tmpdir(), 'motcua-papers-'));
const birth = birthCase(7, 'photo');
const receipt = { reference: '', pin: '', dossierId: '', code: '' };

beforeAll(async () => {
  product = await startProduct();
  browser = await launch();
  citizen = await person(browser, product.url, { viewport: phone, scripts: false });
  for (const role of ['tiepnhan', 'hotich', 'lanhdao', 'vanthu']) {
    const one = await person(browser, product.url, { viewport: desk, scripts: true });
    await one.go('/can-bo/dang-nhap');
    await one.fill({ username: `${role}.suoicham`, password: demoPassword });
    await one.click('Đăng nhập');
    officials.set(role, one);
  }
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const official = (role: string): Person => {
  const one = officials.get(role);
  if (!one) throw new Error(`no official ${role}`);
  return one;
};

/** Opens the official's task of this step for our dossier as soon as it is in a list. */
async function openTask(who: Person, element: string): Promise<string> {
  for (let tries = 0; tries < 150; tries++) {
    for (const list of ['', '&ds=cho-nhan']) {
      await who.go(`/can-bo/viec?tim=${receipt.reference}&buoc=${element}${list}`);
      const href = await who.page
        .$eval('a[data-task]', (link) => (link as HTMLAnchorElement).href)
        .catch(() => undefined);
      if (href) {
        await who.go(href);
        return new URL(href).pathname;
      }
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${element} did not come`);
}

/** Opens the choice of this action, fills what it asks and presses its button. */
async function decide(
  who: Person,
  action: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const before = who.page.url();
  await who.page.$eval(`button[name=action][value=${action}]`, (button) => {
    const fold = button.closest('details');
    if (fold) fold.open = true;
  });
  await who.fill(values);
  await who.page.$eval(`button[name=action][value=${action}]`, (button) =>
    (button as HTMLButtonElement).click(),
  );
  await who.page.waitForFunction(
    (url) =>
      location.href !== url || document.querySelector('[data-error-summary], .mc-note--problem') !== null,
    {},
    before,
  );
  expect(await who.page.$('[data-error-summary]'), `${action}: ${who.page.url()}`).toBeNull();
}

async function untilCitizenSees(words: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    await citizen.go(`/ho-so/${receipt.dossierId}`);
    if ((await citizen.text()).includes(words)) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`the tracking page never said "${words}": ${(await citizen.text()).slice(0, 800)}`);
}

describe('a birth is registered', () => {
  test('the citizen finds the procedure without diacritics and reads the answer first', async () => {
    await citizen.go('/');
    await citizen.picture('home-phone', true);
    await citizen.fill({ [await searchField()]: 'khai sinh' });
    await citizen.click('Tìm thủ tục');
    await citizen.click('Đăng ký khai sinh');
    const text = await citizen.text();
    expect(text.indexOf('Mất bao lâu')).toBeGreaterThan(-1);
    expect(text.indexOf('Mất bao lâu')).toBeLessThan(text.indexOf('Căn cứ pháp lý'));
    await citizen.picture('procedure-phone', true);
    expect(await citizen.axe()).toEqual([]);
  });

  test('an empty page is refused with a list of errors tied to their fields', async () => {
    await citizen.go('/thu-tuc/1.001193/nop');
    const unit = await citizen.page.$$eval('select[name=unitId] option', (options) =>
      options.find((one) => one.textContent?.includes('Suối Chàm'))?.getAttribute('value'),
    );
    await citizen.fill({ unitId: unit ?? '' });
    await citizen.click('Bắt đầu khai');
    await citizen.click('Lưu và tiếp tục');
    expect(await citizen.page.title()).toMatch(/^Lỗi/);
    const links = await citizen.page.$$eval('[data-error-summary] a, .mc-errors a, [role=alert] a', (found) =>
      found.map((one) => one.getAttribute('href') ?? ''),
    );
    expect(links.length).toBeGreaterThan(2);
    for (const link of links)
      expect(await citizen.page.$(`[id="${decodeURIComponent(link).slice(1)}"]`), link).not.toBeNull();
    expect(await citizen.axe()).toEqual([]);
  });

  test('the form is filled page by page on a phone without scripts, with a photo of the birth notice', async () => {
    const notice = join(folder, 'giay-chung-sinh.jpg');
    writeFileSync(notice, birthNotice);
    for (const values of birth.pages) {
      const here = citizen.path();
      for (let round = 0; round < 2 && citizen.path() === here; round++) {
        for (const [name, value] of Object.entries(values)) {
          if (!(await citizen.page.$(`[name="${name}"]`))) continue;
          if (typeof value === 'string') await citizen.fill({ [name]: value });
          else await citizen.upload(name, notice);
        }
        if (here.endsWith('/pageChild')) {
          await citizen.picture('form-phone');
          await citizen.page.setViewport(desk);
          await citizen.picture('form-desk');
          await citizen.page.setViewport(phone);
        }
        await citizen.click('Lưu và tiếp tục');
      }
      expect(citizen.path(), await citizen.text()).not.toBe(here);
    }
    expect(citizen.path()).toMatch(/kiem-tra$/);
    expect(await citizen.text()).toContain(birth.childName);
    // a list that stands on the home province by itself is nothing the citizen has stated, and a code is nothing to read
    expect(await citizen.text()).not.toMatch(/Nơi cư trú/);
    expect(await citizen.axe()).toEqual([]);
  });

  test('a place is reviewed by its names', async () => {
    await citizen.go('/thu-tuc/1.001193/nop/pageMother');
    const [code, name] = await citizen.page.$$eval(
      'select[name="mother.residence.commune"] option',
      (found) => [found[1]?.getAttribute('value') ?? '', found[1]?.textContent ?? ''],
    );
    await citizen.fill({ 'mother.residence.commune': code ?? '' });
    await citizen.click('Lưu và tiếp tục');
    await citizen.go('/thu-tuc/1.001193/kiem-tra');
    expect(await citizen.text()).toContain(`Nơi cư trú ${name}, Tỉnh Lào Cai`);
  });

  test('a disguised file is refused kindly', async () => {
    const disguised = join(folder, 'giay-chung-sinh.pdf');
    writeFileSync(disguised, 'MZ this is no PDF');
    await citizen.go('/thu-tuc/1.001193/nop/pagePapers');
    await citizen.upload('paperBirthNotice', disguised);
    await citizen.click('Lưu và tiếp tục');
    expect(await citizen.text()).toMatch(/chưa được nhận|không đúng|Hãy dùng tệp/);
    await citizen.go('/thu-tuc/1.001193/kiem-tra');
  });

  test('sending gives code, PIN and QR; sending again gives the same receipt', async () => {
    await citizen.click('Gửi hồ sơ');
    expect(citizen.path()).toMatch(/bien-nhan$/);
    const codes = () =>
      citizen.page.$$eval('.mc-receipt dd', (found) => found.map((one) => one.textContent?.trim() ?? ''));
    [receipt.reference = '', receipt.pin = ''] = await codes();
    receipt.dossierId =
      (await citizen.page.$eval('a[href^="/ho-so/"]', (link) => link.getAttribute('href')))?.split('/')[2] ??
      '';
    expect(receipt.pin).toMatch(/^\d{6}$/);
    expect(await citizen.page.$('.mc-receipt svg')).not.toBeNull();
    await citizen.picture('receipt-phone');
    await citizen.page.reload();
    expect((await codes()).slice(0, 2)).toEqual([receipt.reference, receipt.pin]);
  });

  test('a stranger with a wrong PIN learns nothing, not even that the code exists', async () => {
    const stranger = await person(browser, product.url, { viewport: phone, scripts: false });
    const answerTo = async (code: string): Promise<string> => {
      expect(code).not.toBe('');
      await stranger.go('/tra-cuu');
      await stranger.fill({ code, pin: '000000' });
      await stranger.click('Xem hồ sơ');
      return await stranger.page.$eval('main', (main) => main.innerText);
    };
    expect(await answerTo(receipt.reference)).toBe(await answerTo('AAAA-BBBB-CCCC'));
    await stranger.go(`/ho-so/${receipt.dossierId}`);
    expect(await stranger.text()).not.toContain(birth.childName);
  });

  test('the clerk asks for one supplement; the citizen answers; it comes back to the same clerk', async () => {
    const clerk = official('tiepnhan');
    await openTask(clerk, 'receptionCheck');
    await clerk.picture('task-desk');
    expect(await clerk.axe()).toEqual([]);
    await decide(clerk, 'requestSupplement', {
      'note.requestSupplement': 'Ảnh giấy chứng sinh bị mờ, xin chụp lại.',
    });
    await untilCitizenSees('Trả lời ngay');
    expect(await citizen.text()).toContain('Yêu cầu bổ sung');
    await citizen.click('Trả lời ngay');
    expect(await citizen.text()).toContain('Ảnh giấy chứng sinh bị mờ');
    await citizen.fill({ supplementNote: 'Đã chụp lại.' });
    await citizen.click('Gửi bổ sung');
    expect(citizen.path()).toBe(`/ho-so/${receipt.dossierId}`);
    await clerk.go('/can-bo/viec');
    await openTask(clerk, 'receptionCheck');
    expect(await clerk.text()).toContain('Đã bổ sung');
  });

  test('an official of the other commune gets neither the task nor the dossier', async () => {
    const other = createVisitor({ baseUrl: product.url });
    await signInVisitor(other, 'tiepnhan.doique');
    const taskPath = official('tiepnhan').path();
    for (const path of [taskPath, `/can-bo/ho-so/${receipt.dossierId}`]) {
      const page = await other.open(path);
      expect([403, 404], path).toContain(page.status);
      expect(page.html).not.toContain(birth.childName);
    }
    const found = await other.open(`/can-bo/viec?ds=don-vi&tim=${receipt.reference}`);
    expect(found.root.querySelector('a[data-task]')).toBeNull();
  });

  test('accepting issues the code, starts the clock and makes slip 01', async () => {
    const clerk = official('tiepnhan');
    await openTask(clerk, 'receptionCheck');
    await clerk.fill({
      'reception.competent': 'on',
      'reception.complete': 'on',
      'reception.legible': 'on',
      'reception.consistent': 'on',
    });
    await decide(clerk, 'accept');
    await untilCitizenSees('Hẹn trả kết quả');
    const text = await citizen.text();
    receipt.code = /H38\.91-\d{6}-\d{4,}/.exec(text)?.[0] ?? '';
    expect(receipt.code).not.toBe('');
    await untilCitizenSees('Giấy tiếp nhận hồ sơ');
    await citizen.picture('tracking-phone');
    expect(await citizen.axe()).toEqual([]);
  });

  test('the examiner approves, the citizen confirms the draft', async () => {
    const examiner = official('hotich');
    await openTask(examiner, 'examination');
    await examiner.fill({
      'examination.marriageFound': 'found',
      'examination.opinion': 'Hồ sơ đầy đủ, thông tin thống nhất.',
    });
    await decide(examiner, 'approve');
    await untilCitizenSees('Trả lời ngay');
    await citizen.click('Trả lời ngay');
    await citizen.fill({ 'draft.checked': 'on', _action: 'confirm' });
    await citizen.picture('draft-phone', true);
    await citizen.click('Gửi trả lời');
    expect(citizen.path()).toBe(`/ho-so/${receipt.dossierId}`);
  });

  test('the leader sees the page as it will be signed, and signs; withdrawal ends there', async () => {
    const leader = official('lanhdao');
    await openTask(leader, 'leaderSignature');
    await leader.page.waitForSelector('.sf-pdf__page[data-state=drawn] canvas');
    await leader.picture('signing-desk');
    await leader.fill({ 'signing.reviewed': 'on' });
    await citizen.go(`/ho-so/${receipt.dossierId}`);
    expect(await citizen.text()).toContain('Rút hồ sơ');
    await decide(leader, 'sign');
    await citizen.go(`/ho-so/${receipt.dossierId}`);
    expect(await citizen.text()).not.toContain('Rút hồ sơ');
  });

  test('the registry numbers and seals; the clerk returns the result', async () => {
    const registry = official('vanthu');
    await openTask(registry, 'registrySeal');
    await registry.fill({ 'sealing.signatureChecked': 'on' });
    await decide(registry, 'seal');
    const clerk = official('tiepnhan');
    await openTask(clerk, 'returnResult');
    await clerk.fill({ 'handover.method': 'electronic' });
    await decide(clerk, 'return');
    await untilCitizenSees('Hồ sơ đã kết thúc');
    await citizen.picture('finished-phone', true);
  });

  test('the citizen downloads a result on which both signatures verify, here and with pdfsig', async () => {
    const reader = createVisitor({ baseUrl: product.url });
    await reader.open('/tra-cuu');
    await reader.press('Xem hồ sơ', { code: receipt.code, pin: receipt.pin });
    const links = reader.page().root.querySelectorAll('a[href*="/giay-to/"]');
    const result = links.find(
      (link) =>
        /Giấy khai sinh/.test(link.closest('li')?.text ?? link.text) &&
        !/nháp|Bản nháp/.test(link.closest('li')?.text ?? ''),
    );
    expect(result, links.map((link) => link.text).join(' | ')).toBeDefined();
    const file = await reader.download(String(result?.getAttribute('href')));
    expect(file.type).toContain('application/pdf');
    const path = join(folder, 'result.pdf');
    writeFileSync(path, file.bytes);
    const { signatures } = await createSigningService({
      dir: join(product.stack.config.DATA_DIR, 'signing'),
    }).verify(readFileSync(path));
    expect(signatures.map(({ valid, chain, problems }) => ({ valid, chain, problems }))).toEqual([
      { valid: true, chain: 'trusted', problems: [] },
      { valid: true, chain: 'trusted', problems: [] },
    ]);
    if (spawnSync('pdfsig', ['-v']).error)
      console.warn('pdfsig (poppler-utils) is not on this machine: only our own verifier was asked');
    else {
      const words = execFileSync('pdfsig', [path], { encoding: 'utf8' });
      expect(words.match(/Signature Validation: Signature is Valid/g)).toHaveLength(2);
    }
  });

  test('the outside systems received what they should, once', async () => {
    const list = async (name: string) =>
      (await (await fetch(`${product.sandbox}/api/${name}`)).json()) as unknown;
    expect(JSON.stringify(await list('citizens'))).toContain(receipt.code);
    type Sent = readonly { fromOrgan: string; times: number; statuses: readonly string[] }[];
    const sent = async () => (await list('documents')) as Sent;
    // The recipient registers the document in its own time (status 03).
    for (let tries = 0; tries < 100 && !(await sent())[0]?.statuses.includes('03'); tries++)
      await new Promise((done) => setTimeout(done, 200));
    const documents = await sent();
    expect(documents).toMatchObject([{ fromOrgan: 'H38.91', times: 1 }]);
    expect(documents[0]?.statuses).toContain('03');
    expect(JSON.stringify(await list('mails'))).toContain(birth.email);
  });

  test('inbox, board and tracking stand up to a look and to axe; no script error, no third party, no broken policy', async () => {
    const clerk = official('tiepnhan');
    for (let n = 20; n < 26; n++) {
      const { apply } = await import('../../scripts/story/citizen.ts');
      await apply(createVisitor({ baseUrl: product.url }), birthCase(n), 'Suối Chàm');
    }
    await new Promise((done) => setTimeout(done, 1500));
    await clerk.go('/can-bo/viec?ds=cho-nhan');
    await clerk.page.$eval('a[data-task]', (link) => (link as HTMLAnchorElement).click());
    await clerk.page.waitForNetworkIdle({ idleTime: 300 });
    await clerk.picture('inbox-desk');
    expect(await clerk.axe()).toEqual([]);
    await clerk.go('/can-bo/bang');
    await clerk.picture('board-desk');
    expect(await clerk.axe()).toEqual([]);
    await clerk.page.setViewport(phone);
    await clerk.go('/can-bo/viec?ds=cho-nhan');
    await clerk.picture('inbox-phone');
    expect([...citizen.complaints, ...[...officials.values()].flatMap((one) => one.complaints)]).toEqual([]);
  });
});

async function searchField(): Promise<string> {
  return (
    (await citizen.page.$eval('form[role=search] input, input[type=search]', (input) =>
      input.getAttribute('name'),
    )) ?? ''
  );
}
