/** The staff pages without any script, on a real Postgres: signing in, inbox, acting, and everything that can come between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visitor } from '../../../scripts/story/visitor.ts';
import { demoPassword } from '../../../seeds/accounts.ts';
import { type Portal, startPortal } from './testing/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
}, 90_000);
afterAll(() => portal?.close());

/** A dossier whose reception check waits in the pool of Suối Chàm. */
async function waitingTask(
  childName?: string,
): Promise<{ path: string; taskId: string; dossierId: string; reference: string }> {
  const { dossierId, reference } = await portal.harness.submit({ childName });
  const { id } = await portal.harness.openTask(dossierId, 'receptionCheck');
  return { path: `/can-bo/viec/${id}`, taskId: id, dossierId, reference };
}
const checked = {
  'reception.competent': 'on',
  'reception.complete': 'on',
  'reception.legible': 'on',
  'reception.consistent': 'on',
  'reception.sets': '1',
};
/** What a clerk types for a birth with an electronic birth notice. */
const application = {
  'requester.fullName': 'Lý Thị Mẫu',
  'requester.birthDate.day': '5',
  'requester.birthDate.month': '3',
  'requester.birthDate.year': '1996',
  'requester.idType': 'citizenCard',
  'requester.idNumber': '010196001234',
  'requester.relation': 'mother',
  'requester.phone': '0912 345 678',
  'child.fullName': 'Lý Minh Châu',
  'child.birthDate.day': '5',
  'child.birthDate.month': '11',
  'child.birthDate.year': '2026',
  'child.birthDateInWords': 'Ngày năm tháng mười một năm hai nghìn không trăm hai mươi sáu',
  'child.sex': 'female',
  'child.ethnicity': 'Dao',
  'child.nationality': 'Việt Nam',
  'child.birthPlace': 'Trạm y tế xã Suối Chàm',
  'child.homeTown': 'Xã Suối Chàm, tỉnh Lào Cai',
  electronicBirthNotice: 'yes',
  situation: 'usual',
  otherPapers: 'no',
  'copies.wanted': 'no',
  resultDelivery: 'electronic',
  'declaration.truthful': 'on',
};
const clerk = (): Promise<Visitor> => portal.signedIn('tiepnhan.suoicham');

describe('signing in', () => {
  test('an unknown name and a wrong password get the same answer', async () => {
    const tryWith = async (username: string): Promise<{ status: number; alert: string | undefined }> => {
      const visitor = portal.visitor();
      await visitor.open('/can-bo/dang-nhap');
      const page = await visitor.press('Đăng nhập', { username, password: 'sai-mat-khau' });
      return { status: page.status, alert: page.root.querySelector('[role=alert]')?.text };
    };
    const wrong = await tryWith('hotich.doique');
    expect(wrong).toEqual(await tryWith('khong.co.ai'));
    expect(wrong.status).toBe(401);
    expect(wrong.alert).toContain('không đúng');
  });
  test('after ten tries the account has to wait, with the right password too', async () => {
    const visitor = portal.visitor();
    await visitor.open('/can-bo/dang-nhap');
    for (let tries = 0; tries < 10; tries += 1)
      await visitor.press('Đăng nhập', { username: 'vanthu.doique', password: 'x' });
    const page = await visitor.press('Đăng nhập', { username: 'vanthu.doique', password: demoPassword });
    expect(page.status).toBe(429);
  });
  test('a page asked for before signing in is the page afterwards; elsewhere is not', async () => {
    const visitor = portal.visitor();
    expect((await visitor.open('/can-bo/bang')).url.pathname).toBe('/can-bo/dang-nhap');
    expect(
      (await visitor.press('Đăng nhập', { username: 'giamdoc.suoicham', password: demoPassword })).url
        .pathname,
    ).toBe('/can-bo/bang');
    const other = portal.visitor();
    await other.open('/can-bo/dang-nhap?ve=https://example.org');
    expect(
      (await other.press('Đăng nhập', { username: 'giamdoc.suoicham', password: demoPassword })).url.host,
    ).toBe(new URL(portal.url).host);
  });
  test('signing out ends the session', async () => {
    const visitor = await clerk();
    await visitor.press('Đăng xuất');
    expect((await visitor.open('/can-bo/viec')).url.pathname).toBe('/can-bo/dang-nhap');
  });
});

describe('accounts change while somebody works', () => {
  test('switched off in the middle of a form: nothing is done, and the page says so', async () => {
    const { sql } = portal.harness.context;
    const task = await waitingTask();
    const visitor = await portal.signedIn('tiepnhan.suoicham');
    await visitor.open(task.path);
    await sql`update motcua.official set active = false where id = 'tiepnhan.suoicham'`;
    try {
      const page = await visitor.press('action=accept', checked);
      expect(page.url.pathname).toBe('/can-bo/dang-nhap');
      expect(page.text).toContain('đã ngừng hoạt động');
      expect(page.text).not.toContain('Những gì vừa nhập vẫn còn');
    } finally {
      await sql`update motcua.official set active = true where id = 'tiepnhan.suoicham'`;
    }
    expect((await (await clerk()).open(task.path)).text).toContain('Kiểm tra hồ sơ');
  });
  test('a clerk of two offices starts with the first one, received and resolved there', async () => {
    const { sql } = portal.harness.context;
    await sql`insert into motcua.role_assignment (official_id, role, unit_id) values ('tiepnhan.doique', 'receptionist', 'suoi-cham')`;
    try {
      const { root } = await (await portal.signedIn('tiepnhan.doique')).open('/can-bo/nhap/1.001193');
      const chosen = (name: string) =>
        root.querySelector(`select[name="${name}"] option[selected]`)?.getAttribute('value');
      expect(chosen('_receptionUnitId')).toMatch(/^(doi-que|suoi-cham)$/);
      expect(chosen('_unitId')).toBe(chosen('_receptionUnitId'));
    } finally {
      await sql`delete from motcua.role_assignment where official_id = 'tiepnhan.doique' and unit_id = 'suoi-cham'`;
    }
  });
  test('without any role the page says whom to ask instead of showing an empty list', async () => {
    const { sql } = portal.harness.context;
    const roles =
      await sql`delete from motcua.role_assignment where official_id = 'giamdoc.doique' returning *`;
    try {
      const visitor = await portal.signedIn('giamdoc.doique');
      expect((await visitor.open('/can-bo/viec')).text).toContain('chưa được giao việc');
    } finally {
      await sql`insert into motcua.role_assignment ${sql(roles)}`;
    }
  });
});

describe('inbox and task', () => {
  test('claim, undo, claim, act; the next page says what was done', async () => {
    const task = await waitingTask('Vàng Gia Hân');
    const visitor = await clerk();
    expect((await visitor.open('/can-bo/viec?ds=cho-nhan')).text).toContain('Vàng Gia Hân');
    await visitor.open(task.path);
    const claimed = await visitor.press('intent=claim');
    expect(claimed.text).toContain('Đã nhận việc');
    expect((await visitor.press('Hoàn tác')).text).toContain('lại danh sách chung');
    await visitor.open(task.path);
    await visitor.press('intent=claim');
    expect((await visitor.open('/can-bo/viec')).text).toContain('Vàng Gia Hân');
    await visitor.open(task.path);
    const done = await visitor.press('action=accept', checked);
    expect(done.status).toBe(200);
    expect(done.text).toMatch(/Đã tiếp nhận, mã hồ sơ H38\S+, hẹn trả \d\d:\d\d, /);
    expect(done.text).toContain('Mở hồ sơ để in giấy hẹn');
    expect((await visitor.open('/can-bo/viec?ds=da-xong')).text).toContain('Vàng Gia Hân');
  });
  test('what will happen stands beside every act', async () => {
    const task = await waitingTask();
    const page = await (await clerk()).open(task.path);
    expect(page.text).toContain('Khi bấm “Tiếp nhận”: Cấp mã hồ sơ');
    expect(page.text).toContain('Khi bấm “Trình từ chối”: Trình Giám đốc');
  });
  test('an incomplete form: 422, errors on top and at the field, what was entered stays', async () => {
    const task = await waitingTask();
    const visitor = await clerk();
    await visitor.open(task.path);
    const page = await visitor.press('action=accept', {
      'reception.competent': 'on',
      'reception.note': 'Ghi chú thử',
    });
    expect(page.status).toBe(422);
    expect(page.root.querySelectorAll('[data-error-summary] a').length).toBe(3);
    expect(page.root.querySelector('textarea[name="reception.note"]')?.text).toBe('Ghi chú thử');
    expect(page.root.querySelector('input[name="reception.competent"][checked]')).not.toBeNull();
    expect(page.root.querySelector('title')?.text).toMatch(/^Lỗi: /);
  });
  test('an act that needs a reason is not done without one, and needs no complete form', async () => {
    const task = await waitingTask();
    const visitor = await clerk();
    await visitor.open(task.path);
    const page = await visitor.press('action=requestSupplement');
    expect(page.status).toBe(422);
    expect(page.text).toContain('ít nhất một lý do');
    expect(page.root.querySelector('details[open] button[value="requestSupplement"]')).not.toBeNull();
    expect(
      (await visitor.press('action=requestSupplement', { 'note.requestSupplement': 'Chụp lại mặt sau.' }))
        .status,
    ).toBe(200);
  });
  test('a draft waits for the next visit', async () => {
    const task = await waitingTask();
    const visitor = await clerk();
    await visitor.open(task.path);
    expect((await visitor.press('Lưu nháp', { 'reception.note': 'Chờ xác nhận' })).text).toContain(
      'Đã lưu nháp',
    );
    expect((await visitor.open(task.path)).root.querySelector('textarea[name="reception.note"]')?.text).toBe(
      'Chờ xác nhận',
    );
  });
  test('somebody was first: 409 with who and when, the way on, nothing done twice', async () => {
    const task = await waitingTask();
    const visitor = await clerk();
    await visitor.open(task.path);
    await portal.harness.actAs('tiepnhan.suoicham', task.dossierId, 'receptionCheck', {
      action: 'accept',
      data: { reception: { competent: true, complete: true, legible: true, consistent: true, sets: 1 } },
    });
    const page = await visitor.press('action=requestSupplement', {
      'note.requestSupplement': 'Thiếu trang.',
    });
    expect(page.status).toBe(409);
    expect(page.text).toMatch(/Vàng Thị Lan.*\d\d:\d\d/);
    expect(page.root.querySelector('button[value="accept"]')).toBeNull();
  });
  test('the same page sent twice acts once and gets the same answer', async () => {
    const task = await waitingTask();
    const [one, other] = [await clerk(), await clerk()];
    const actKey =
      (await one.open(task.path)).root.querySelector('input[name=actKey]')?.getAttribute('value') ?? '';
    await other.open(task.path);
    const { sql } = portal.harness.context;
    const events = async (): Promise<number> =>
      (await sql`select 1 from motcua.dossier_event where dossier_id = ${task.dossierId}`).length;
    expect((await one.press('action=accept', { ...checked, actKey })).status).toBe(200);
    const before = await events();
    expect((await other.press('action=accept', { ...checked, actKey })).status).toBe(200);
    expect(await events()).toBe(before);
  });
  test('the session ends while a form is open: after signing in everything entered is there', async () => {
    const task = await waitingTask();
    const visitor = await clerk();
    await visitor.open(task.path);
    await portal.endSessions();
    const door = await visitor.press('action=requestSupplement', {
      'reception.note': 'Không được mất',
      'note.requestSupplement': 'Thiếu giấy chứng sinh.',
    });
    expect(door.url.pathname).toBe('/can-bo/dang-nhap');
    expect(door.text).toContain('Những gì vừa nhập vẫn còn');
    const back = await visitor.press('Đăng nhập và tiếp tục', {
      username: 'tiepnhan.suoicham',
      password: demoPassword,
    });
    expect(back.url.pathname).toBe(task.path);
    expect(back.root.querySelector('textarea[name="reception.note"]')?.text).toBe('Không được mất');
    expect(back.root.querySelector('textarea[name="note.requestSupplement"]')?.text).toBe(
      'Thiếu giấy chứng sinh.',
    );
    expect((await visitor.press('action=requestSupplement')).status).toBe(200);
  });
  test('another commune sees neither task nor dossier nor papers', async () => {
    const task = await waitingTask('Người Của Suối Chàm');
    const { documents } = await portal.harness.context.sql<
      { id: string }[]
    >`select id from motcua.document where dossier_id = ${task.dossierId}`.then((rows) => ({
      documents: rows,
    }));
    const stranger = await portal.signedIn('tiepnhan.doique');
    for (const path of [
      task.path,
      `/can-bo/ho-so/${task.dossierId}`,
      ...documents.map(({ id }) => `/can-bo/tai-lieu/${id}`),
    ]) {
      const page = await stranger.open(path);
      expect([403, 404]).toContain(page.status);
      expect(page.text).not.toContain('Người Của Suối Chàm');
    }
    for (const list of ['cho-nhan', 'don-vi'])
      expect((await stranger.open(`/can-bo/viec?ds=${list}`)).text).not.toContain('Người Của Suối Chàm');
    expect((await stranger.open(`/can-bo/tim?tim=${task.reference}`)).text).toContain(
      'Không có hồ sơ nào khớp',
    );
  });
  test('a form of another site is refused', async () => {
    const task = await waitingTask();
    const visitor = await clerk();
    await visitor.open(task.path);
    expect((await visitor.press('intent=claim', { _csrf: 'x' })).status).toBe(403);
    expect(
      (await visitor.open('/can-bo/viec')).root.querySelector(`a[data-task="${task.taskId}"]`),
    ).toBeNull();
  });
  test('search finds by name without diacritics', async () => {
    await waitingTask('Nguyễn Đỗ Ánh Dương');
    const page = await (await clerk()).open('/can-bo/tim?tim=nguyen do anh duong');
    expect(page.text).toContain('Nguyễn Đỗ Ánh Dương');
  });
});

describe('other pages', () => {
  test('an empty list of one step names the step, and an unknown step is not repeated', async () => {
    const visitor = await portal.signedIn('vanthu.suoicham');
    expect((await visitor.open('/can-bo/viec?buoc=registrySeal')).text).toContain('Bước: Cấp số và đóng dấu');
    expect((await visitor.open('/can-bo/viec?buoc=nosuchstep')).text).not.toContain('nosuchstep');
  });

  test('operations are for administrators', async () => {
    expect((await (await clerk()).open('/can-bo/van-hanh')).status).toBe(403);
    const page = await (await portal.signedIn('quantri')).open('/can-bo/van-hanh/hang-doi');
    expect(page.status).toBe(200);
    expect(page.text).toContain('engine.publish');
  });
  test('the dashboard of the own unit; counts lead to lists', async () => {
    const page = await (await portal.signedIn('giamdoc.suoicham')).open('/can-bo/bang');
    expect(page.status).toBe(200);
    expect(
      page.root.querySelector(
        'a[href="/can-bo/viec?ds=don-vi&amp;han=qua-han"], a[href="/can-bo/viec?ds=don-vi&han=qua-han"]',
      ),
    ).not.toBeNull();
  });
  test('counter entry: mistakes are shown, a good form gives reference and PIN, once', async () => {
    const visitor = await clerk();
    await visitor.open('/can-bo/nhap/1.001193');
    const wrong = await visitor.press('intent=send', { 'child.fullName': 'Lý Minh Châu' });
    expect(wrong.status).toBe(422);
    expect(wrong.root.querySelector('input[name="child.fullName"]')?.getAttribute('value')).toBe(
      'Lý Minh Châu',
    );
    expect(wrong.root.querySelectorAll('[data-error-summary] a').length).toBeGreaterThan(5);
    const receipt = await visitor.press('intent=send', application);
    expect(receipt.status, receipt.text.slice(0, 600)).toBe(200);
    expect(receipt.url.pathname).toMatch(/^\/can-bo\/bien-nhan\//);
    expect(receipt.text).toMatch(/Mã tra cứu [0-9A-Z-]{8,} Mã PIN \S+/);
    const { sql } = portal.harness.context;
    const dossiers =
      await sql`select channel from motcua.dossier where data->'child'->>'fullName' = 'Lý Minh Châu'`;
    expect(dossiers).toEqual([{ channel: 'DIRECT' }]);
  });
  test('everything in English', async () => {
    const visitor = await clerk();
    await visitor.open('/ngon-ngu?sang=en&ve=/can-bo/viec');
    expect(visitor.page().text).toContain('Inbox');
    expect(visitor.page().root.querySelector('html')?.getAttribute('lang')).toBe('en');
  });
});
