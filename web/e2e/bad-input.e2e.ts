/** What people, machines and outages do to the portal. Engine and worker are away the whole time: submitting works all the same. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../engine/sql/index.ts';
import { apply, track } from '../../scripts/story/citizen.ts';
import { birthCase, birthNotice } from '../../scripts/story/people.ts';
import { createVisitor, type Visitor } from '../../scripts/story/visitor.ts';
import { type Portal, startPortal } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
}, 120_000);
afterAll(() => portal?.stop());

const visitor = () => createVisitor({ baseUrl: portal.url });
const FORM = '/thu-tuc/1.001193';

/** A visitor with a draft, on the first page of the form. */
async function applicant(): Promise<Visitor> {
  const one = visitor();
  const start = await one.open(`${FORM}/nop`);
  const unitId = start.root.querySelectorAll('select[name=unitId] option')[1]?.getAttribute('value') ?? '';
  await one.press('Bắt đầu khai', { unitId });
  return one;
}

describe('what is not there', () => {
  test.each(['/khong-co', '/thu-tuc/9.999999', '/ban-khai/khong-co', '/assets/none.js'])(
    '%s is 404',
    async (path) => {
      expect((await visitor().open(path)).status).toBe(404);
    },
  );

  test('the pages in words, with a way on', async () => {
    const page = await visitor().open('/thu-tuc/9.999999');
    expect(page.root.querySelector('h1')?.text).toBe('Không tìm thấy trang');
    expect(page.root.querySelector('a[href="/thu-tuc"]')).not.toBeNull();
  });
});

describe('forms of strangers', () => {
  test('without our token, or from another site, nothing is done', async () => {
    const body = new URLSearchParams({ unitId: 'x' });
    const none = await fetch(`${portal.url}${FORM}/nop`, { method: 'POST', body, redirect: 'manual' });
    expect(none.status).toBe(403);
    expect(await none.text()).toContain('Trang đã mở quá lâu');
    const one = await applicant();
    const token = one.page().root.querySelector('[name=_csrf]')?.getAttribute('value') ?? '';
    const foreign = await fetch(`${portal.url}/tra-cuu`, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: token, code: 'A', pin: '1' }),
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBeGreaterThanOrEqual(400);
  });

  test('with a wrong token no file is stored', async () => {
    const one = await applicant();
    await one.open(`${FORM}/nop/pagePapers`);
    const sql = connect(portal.databaseUrl, { max: 1 });
    const count = async () => (await sql`select count(*)::int as n from motcua.document`)[0]?.n;
    const before = await count();
    const page = await one.press('Lưu và tiếp tục', {
      _csrf: 'x',
      paperBirthNotice: { name: 'a.jpg', type: 'image/jpeg', bytes: birthNotice },
    });
    expect(page.status).toBe(403);
    expect(await count()).toBe(before);
    await sql.end();
  });

  test.each([
    ['another content type', 'application/json', '{}'],
    [
      'a multipart body that ends early',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nhal',
    ],
  ])('%s is 400, in words', async (_, type, body) => {
    const answer = await fetch(`${portal.url}/tra-cuu`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Yêu cầu không đọc được');
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example'])(
    'the language link never leads to %s',
    async (way) => {
      const answer = await fetch(`${portal.url}/ngon-ngu?sang=en&ve=${encodeURIComponent(way)}`, {
        redirect: 'manual',
      });
      expect(answer.headers.get('location')).toBe('/');
    },
  );
});

describe('uploads', () => {
  const send = async (name: string, bytes: Uint8Array) => {
    const one = await applicant();
    await one.open(`${FORM}/nop/pagePapers`);
    return one.press('Lưu và tiếp tục', {
      electronicBirthNotice: 'no',
      situation: 'usual',
      otherPapers: 'no',
      paperBirthNotice: { name, type: 'image/jpeg', bytes },
    });
  };

  test('a disguised file is refused at its field, whatever its name says', async () => {
    const page = await send('giấy chứng sinh.jpg', Buffer.from('MZ this is a program'));
    expect(page.status).toBe(422);
    expect(page.root.querySelector('title')?.text).toMatch(/^Lỗi: /);
    expect(page.text).toContain('Tệp “giấy chứng sinh.jpg” chưa được nhận');
    expect(page.root.querySelector('[data-error-summary] a')?.getAttribute('href')).toBe(
      '#f-paperBirthNotice',
    );
  });

  test('a file over the limit is refused, the rest of the form is kept', async () => {
    const page = await send('lon.jpg', Buffer.concat([birthNotice, Buffer.alloc(11 * 1_048_576)]));
    expect(page.status).toBe(422);
    expect(page.text).toContain('lớn hơn 10 MB');
    expect(page.root.querySelector('[name=situation][value=usual]')?.hasAttribute('checked')).toBe(true);
  });

  test('a body over the limit is 413, in words', async () => {
    const page = await send('rat-lon.jpg', Buffer.alloc(66 * 1_048_576));
    expect(page.status).toBe(413);
    expect(page.text).toContain('Tệp quá lớn');
  });

  test('a right file can be looked at by its owner only, is replaced and removed', async () => {
    const one = await applicant();
    await one.open(`${FORM}/nop/pagePapers`);
    const photo = { name: 'Ảnh.jpg', type: 'image/jpeg', bytes: birthNotice };
    // `show:` is what the page's script sends with a file: store it, show the page again.
    const kept = await one.press('Lưu và tiếp tục', {
      electronicBirthNotice: 'no',
      paperBirthNotice: photo,
      _op: 'show:paperBirthNotice',
    });
    const href = kept.root.querySelector('.mc-files__name a')?.getAttribute('href') ?? '';
    expect(await one.download(href)).toMatchObject({ status: 200, type: 'image/jpeg' });
    expect((await visitor().open(href)).status).toBe(404);
    const removed = await one.press(
      kept.root.querySelector('.mc-files button')?.text.replace(/\s+/g, ' ').trim() ?? '',
    );
    expect(removed.root.querySelector('.mc-files__name')).toBeNull();
    expect((await one.open(href)).status).toBe(404);
  });
});

describe('drafts', () => {
  test('what was entered wrongly is kept and shown again; the link opens it elsewhere; a stranger finds nothing', async () => {
    const one = await applicant();
    const wrong = await one.press('Lưu và tiếp tục', {
      'requester.fullName': 'Lý Thị Mai',
      'requester.phone': 'abc',
    });
    expect(wrong.status).toBe(422);
    expect(
      (await one.open(`${FORM}/nop/pageRequester`)).root
        .querySelector('[name="requester.phone"]')
        ?.getAttribute('value'),
    ).toBe('abc');
    const saved = await one.press('Lưu lại, khai tiếp sau');
    const link = new URL(saved.root.querySelector('#duong-dan')?.getAttribute('value') ?? '');
    const elsewhere = visitor();
    expect((await elsewhere.open(link.pathname)).text).toContain('Ông/Bà đang có một bản khai dở');
    expect(
      (await elsewhere.follow('Khai tiếp')).root
        .querySelector('[name="requester.fullName"]')
        ?.getAttribute('value'),
    ).toBe('Lý Thị Mai');
    const stranger = await visitor().open(`${FORM}/nop/pageRequester`);
    expect(stranger.url.pathname).toBe(`${FORM}/nop`);
    expect(stranger.text).not.toContain('Lý Thị Mai');
  });

  test('an expired draft is said to be gone, and a new one can be begun', async () => {
    const one = await applicant();
    const sql = connect(portal.databaseUrl, { max: 1 });
    await sql`update motcua.draft set expires_at = now() - interval '1 minute'`;
    await sql.end();
    const page = await one.open(`${FORM}/nop/pageRequester`);
    expect(page.text).toContain('Không mở được bản khai cũ');
    expect(page.text).toContain('Bắt đầu khai');
  });

  test('an incomplete form is not sent; each gap is a link to its page', async () => {
    const one = await applicant();
    await one.open(`${FORM}/kiem-tra`);
    const page = await one.press('Gửi hồ sơ');
    expect(page.status).toBe(422);
    expect(page.root.querySelector('[data-error-summary] a')?.getAttribute('href')).toMatch(
      /\/nop\/pageRequester#f-requester-fullName$/,
    );
  });
});

describe('sending and tracking while the engine is away', () => {
  test('sent twice at the same time gives one dossier and one receipt', async () => {
    const one = visitor();
    const birth = birthCase(1);
    await apply(one, birth, 'Suối Chàm');
    const first = one
      .page()
      .root.querySelectorAll('.mc-receipt dd')
      .map((code) => code.text);
    expect(first[1]).toMatch(/^\d{6}$/);
    const again = await one.open(`${FORM}/kiem-tra`);
    expect(again.url.pathname).toBe(`${FORM}/bien-nhan`);
    expect(again.root.querySelectorAll('.mc-receipt dd').map((code) => code.text)).toEqual(first);
  });

  test('two presses of the button race to the same receipt', async () => {
    const one = visitor();
    const start = await one.open(`${FORM}/nop`);
    const unitId = start.root.querySelectorAll('select[name=unitId] option')[1]?.getAttribute('value') ?? '';
    let page = await one.press('Bắt đầu khai', { unitId });
    for (const values of birthCase(2).pages)
      page = await one.press(
        'Lưu và tiếp tục',
        Object.fromEntries(
          Object.entries(values).filter(([name]) => page.root.querySelector(`[name="${name}"]`)),
        ),
      );
    expect(page.url.pathname).toBe(`${FORM}/kiem-tra`);
    const racing = await Promise.all([one.press('Gửi hồ sơ'), one.press('Gửi hồ sơ')]);
    const codes = racing.map((receipt) =>
      receipt.root
        .querySelectorAll('.mc-receipt dd')
        .map((code) => code.text)
        .join(' '),
    );
    expect(codes[0]).toMatch(/\d{6}/);
    expect(codes[1]).toBe(codes[0]);
  });

  test('the page of a dossier opens with code and PIN, and closes again', async () => {
    const sent = await apply(visitor(), birthCase(3), 'Suối Chàm');
    const reader = visitor();
    expect((await reader.open(`/ho-so/${sent.dossierId}`)).url.pathname).toBe('/tra-cuu');
    const page = await track(reader, sent);
    const order = ['Hồ sơ đang ở đâu', 'Khi nào xong', 'Ông/Bà cần làm gì', 'Đã xảy ra những gì'].map(
      (title) => page.text.indexOf(title),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(-1);
    await reader.press('Đóng hồ sơ trên máy này');
    expect((await reader.open(`/ho-so/${sent.dossierId}`)).url.pathname).toBe('/tra-cuu');
  });

  test('closing on a shared device takes the receipt with its PIN away, too', async () => {
    const sender = visitor();
    await apply(sender, birthCase(6), 'Suối Chàm');
    await sender.follow('Xem hồ sơ đang ở đâu');
    await sender.press('Đóng hồ sơ trên máy này');
    expect((await sender.open(`${FORM}/bien-nhan`)).url.pathname).toBe(FORM);
  });

  test('a wrong PIN and an unknown code answer alike, and guessing is slowed down', async () => {
    const sent = await apply(visitor(), birthCase(4), 'Suối Chàm');
    const guesser = visitor();
    const words = async (code: string) => {
      await guesser.open('/tra-cuu');
      const page = await guesser.press('Xem hồ sơ', { code, pin: '000000' });
      return { status: page.status, text: page.text.replaceAll(code, '') };
    };
    expect(await words(sent.reference)).toEqual(await words('AAAA-BBBB-CCCC'));
    let last = await words(sent.reference);
    for (let i = 0; i < 12 && last.status === 422; i++) last = await words(sent.reference);
    expect(last.status).toBe(429);
    expect(last.text).toContain('Xin chờ một chút');
  });

  test('withdrawal asks for a reason and a second thought', async () => {
    const reader = visitor();
    await apply(reader, birthCase(5), 'Suối Chàm');
    await reader.follow('Xem hồ sơ đang ở đâu');
    await reader.follow('Rút hồ sơ');
    expect((await reader.press('Rút hồ sơ')).status).toBe(422);
    const done = await reader.press('Rút hồ sơ', { reason: 'Nộp nhầm xã' });
    expect(done.text).toContain('Hồ sơ đã được rút.');
    expect(done.text).not.toContain('Ông/Bà không muốn tiếp tục?');
  });
});

describe('the page itself', () => {
  test('plain HTML: one small script that only helps, no inline script or style, a policy that says so', async () => {
    const answer = await fetch(`${portal.url}${FORM}`);
    const html = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect([...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => /src="\/assets\//.test(tag))).toEqual([
      true,
    ]);
    expect(html).not.toMatch(/\sstyle="|<style|\son\w+="/);
  });

  test.each(['/', FORM])('%s weighs at most 120 KB with everything it loads', async (path) => {
    const html = await (await fetch(portal.url + path)).text();
    const files = [
      ...new Set(
        [...html.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|woff2|svg))"/g)].map(([, file]) => String(file)),
      ),
    ];
    const bodies = await Promise.all(
      files.map(async (file) => Buffer.from(await (await fetch(portal.url + file)).arrayBuffer())),
    );
    const weight = [Buffer.from(html), ...bodies].reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(files.length).toBeGreaterThan(5);
    expect(weight).toBeLessThan(120 * 1024);
  });

  test('English is one link away and stays', async () => {
    const one = visitor();
    await one.open(FORM);
    const page = await one.follow('English');
    expect(page.root.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(page.root.querySelector('h1')?.text).toBe('Birth registration');
    expect((await one.open('/tra-cuu')).root.querySelector('h1')?.text).toBe('Track an application');
  });
});

test('no name, number or code of a citizen is in the log', () => {
  const log = portal.log.join('');
  expect(log).toContain('"path":"/thu-tuc/1.001193"');
  expect(log).not.toMatch(/Lý Thị Mai|requester|0912\d{6}|[?&](ma|code)=/);
});

test('Postgres away: 503 in words, healthz too; back again without a restart', async () => {
  await portal.stopDatabase();
  const away = await visitor().open('/');
  expect(away.status).toBe(503);
  expect(away.text).toContain('Cổng đang tạm nghỉ');
  expect(away.text).toMatch(/Mã lỗi: [0-9A-F]{12}/);
  expect((await fetch(`${portal.url}/healthz`)).status).toBe(503);
  await portal.startDatabase();
  expect((await createVisitor({ baseUrl: portal.url, patienceMs: 20_000 }).open('/')).status).toBe(200);
});
