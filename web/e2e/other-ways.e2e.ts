/**
 * Every other way a birth registration can go, on the whole product and without scripts: withdrawn, refused, verified by
 * another commune, disputed, sent back, entered at the counter, stopped by an outside system, raced for, supplemented twice.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, asked, findPaper, track, untilShown, withdraw } from '../../scripts/story/citizen.ts';
import { enterAtCounter } from '../../scripts/story/counter.ts';
import { act, acts, otherActs } from '../../scripts/story/officials.ts';
import { birthCase } from '../../scripts/story/people.ts';
import type { Page } from '../../scripts/story/visitor.ts';
import { demoPassword } from '../../seeds/accounts.ts';
import { createWorld, PATIENCE, textOfPdf, until, type World } from './other-ways.tools.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let world: World;
beforeAll(async () => {
  product = await startProduct();
  world = createWorld(product);
  await world.employ('nhapho.suoicham', 'Vàng Seo Chúng', ['receptionist'], 'suoi-cham');
  await world.employ('kiemnhiem.suoicham', 'Sùng Thị Dợ', ['judicialOfficer', 'leader'], 'suoi-cham');
});
afterAll(async () => {
  await world?.close();
  await product?.stop();
});

const clerk = 'tiepnhan.suoicham';
const examiner = 'hotich.suoicham';
const leader = 'lanhdao.suoicham';
const registry = 'vanthu.suoicham';
const director = 'giamdoc.suoicham';
const verifier = 'hotich.doique';
const codeIn = (text: string): string => /H38\.91-\d{6}-\d{4,}/.exec(text)?.[0] ?? '';

/** What the page shows, unfolded, of the steps before. */
const earlier = ({ root }: Page): string =>
  root.querySelector('details[open] .sf-earlier')?.closest('details')?.text ?? '';

describe('withdrawal by the applicant', () => {
  test('before signing: process and tasks end, a late act is told so, the applicant gets a mail', async () => {
    const story = await world.applied(101);
    await world.does(clerk, story, acts.accept);
    const open = await world.official(examiner);
    await open.open(await world.awaitTaskOf(examiner, story, 'examination'));
    const page = await withdraw(story.citizen, story.sent, 'Nộp nhầm xã');
    expect(page.text).toContain('Hồ sơ đã được rút.');
    expect(page.text).toContain('Công dân yêu cầu rút hồ sơ');
    expect(page.text).toContain('Nộp nhầm xã');
    expect(page.text).not.toContain('Ông/Bà không muốn tiếp tục?');
    await until(
      'the task left the inbox',
      async () => !(await world.hasTask(examiner, story, 'examination')),
      5_000,
    );
    const late = await open.press('action=approve', acts.approve.values);
    expect(late.status).toBe(409);
    expect(late.root.querySelector('[role=alert]')?.text).toMatch(/đã kết thúc.* lúc \d{2}:\d{2}/);
    await world.untilProcessEnded(story.sent);
    const mail = await world.awaitMail(story.birth, 'đã được rút');
    expect(mail.text).not.toContain(story.birth.childName);
  });

  test('with two tasks open in two communes: both are gone at once, the question to the applicant, too', async () => {
    const story = await world.applied(102);
    await world.does(clerk, story, acts.accept);
    await world.does(
      examiner,
      story,
      otherActs.askVerification('doi-que', 'Cha, mẹ có đăng ký kết hôn không?'),
    );
    const asks = await world.awaitTaskOf(verifier, story, 'verification');
    await untilShown(story.citizen, story.sent, asked, PATIENCE);
    const page = await withdraw(story.citizen, story.sent, 'Chuyển nơi cư trú');
    expect(page.text).not.toContain(asked);
    await until('the task left', async () => !(await world.hasTask(verifier, story, 'verification')), 5_000);
    const other = await world.official(verifier);
    const gone = await other.open(asks);
    expect(gone.text).toContain('Việc này không còn nữa');
    expect(gone.text).not.toContain(story.birth.email);
    await world.untilProcessEnded(story.sent);
  });

  test('after the leader has signed: no way to it, and a page opened before is told so', async () => {
    const story = await world.applied(103);
    await world.reachesSignature(story);
    await world.awaitTaskOf(leader, story, 'leaderSignature');
    const before = story.citizen.window();
    await before.open(`/ho-so/${story.sent.dossierId}/rut`);
    await world.does(leader, story, acts.sign);
    const late = await before.press('Rút hồ sơ', { reason: 'Đổi ý' });
    expect(late.status).toBe(409);
    expect(late.text).toMatch(/Kết quả đã được ký lúc \d{2}:\d{2}/);
    const page = await story.citizen.open(`/ho-so/${story.sent.dossierId}/rut`);
    expect(page.url.pathname).toBe(`/ho-so/${story.sent.dossierId}`);
    expect(page.text).not.toContain('Rút hồ sơ');
    await world.awaitTaskOf(registry, story, 'registrySeal');
  });
});

test('refusal: proposed, sent back, proposed again, refused by the director; slip 03 and mail give the grounds', async () => {
  const story = await world.applied(201);
  const { citizen, sent, birth } = story;
  const grounds = 'Trẻ đã được đăng ký khai sinh tại xã khác ngày 06/11/2026.';
  await world.does(clerk, story, otherActs.proposeRefusal('Trẻ đã có Giấy khai sinh'));
  const proposed = await (await world.official(director)).open(
    await world.awaitTaskOf(director, story, 'refusalDecision'),
  );
  expect(earlier(proposed)).toContain('Trẻ đã có Giấy khai sinh');
  const quiet = await citizen.open(`/ho-so/${sent.dossierId}`);
  expect(quiet.text).toContain('Mới đăng ký');
  expect(quiet.text).not.toContain('Trẻ đã có Giấy khai sinh');
  await world.does(director, story, otherActs.sendRefusalBack('Xin gọi điện cho người nộp trước'));
  const again = await world.awaitTaskOf(clerk, story, 'receptionCheck');
  expect(await world.holdsTask(clerk, story, 'receptionCheck')).toBe(true);
  const back = await (await world.official(clerk)).open(again);
  expect(earlier(back)).toContain('Ký thông báo từ chối: Trả lại người trình');
  expect(earlier(back)).toContain('Xin gọi điện cho người nộp trước');
  await world.does(clerk, story, otherActs.proposeRefusal('Người nộp xác nhận đã đăng ký ở xã khác'));
  await world.does(director, story, otherActs.refuse(grounds));

  const page = await untilShown(citizen, sent, 'Phiếu từ chối', PATIENCE);
  expect(page.text).toContain('Không được tiếp nhận');
  expect(page.text).toContain(grounds);
  expect(page.text).toContain('Hồ sơ đã kết thúc');
  expect(page.text).not.toContain('Rút hồ sơ');
  const slip = await citizen.download(String(findPaper(citizen, 'Phiếu từ chối')));
  expect(slip.type).toContain('application/pdf');
  const words = await textOfPdf(slip.bytes);
  expect(words).toContain('Trẻ đã được đăng ký khai sinh tại xã khác');
  expect(words).toContain(birth.requesterName);
  expect((await world.awaitMail(birth, 'không được tiếp nhận')).text).toContain(grounds);
  await world.untilProcessEnded(sent);
  const dossier = await (await world.official(clerk)).open(`/can-bo/ho-so/${sent.dossierId}`);
  expect(dossier.text).toContain('Không còn việc nào đang mở.');
});

test('after acceptance: the clock stands for a supplement; a refusal sent back, then signed, stops the dossier', async () => {
  const story = await world.applied(202);
  const { citizen, sent, birth } = story;
  await world.does(clerk, story, acts.accept);
  await world.does(examiner, story, otherActs.askSupplementLate('Thiếu số Giấy chứng nhận kết hôn'));
  const waiting = await untilShown(citizen, sent, asked, PATIENCE);
  expect(waiting.text).toContain('Yêu cầu bổ sung giấy tờ');
  expect(waiting.text).toContain('Đồng hồ đang dừng');
  expect(waiting.text).toContain('Hẹn trả kết quả');
  expect(await world.hasTask(examiner, story, 'examination')).toBe(false);
  await answer(citizen, { supplementNote: 'Đã ghi số 15/2019.' });
  await world.awaitTaskOf(examiner, story, 'examination');
  expect(await world.holdsTask(examiner, story, 'examination')).toBe(true);
  const going = await citizen.open(`/ho-so/${sent.dossierId}`);
  expect(going.text).not.toContain('Đồng hồ đang dừng');
  expect(going.text).toContain('Đang xử lý');

  await world.does(
    examiner,
    story,
    otherActs.proposeRefusalLate('Giấy chứng nhận kết hôn không có trong sổ'),
  );
  await world.does(director, story, otherActs.sendRefusalBack('Hỏi lại xã nơi kết hôn'));
  await world.awaitTaskOf(examiner, story, 'examination');
  await world.does(examiner, story, otherActs.proposeRefusalLate('Xã nơi kết hôn trả lời không có'));
  await world.does(director, story, otherActs.refuse('Thông tin kết hôn đã khai không đúng.'));
  const page = await untilShown(citizen, sent, 'Phiếu từ chối', PATIENCE);
  expect(page.text).toContain('Dừng xử lý');
  expect(page.text).toContain('Thông tin kết hôn đã khai không đúng.');
  await world.awaitMail(birth, 'không được tiếp nhận, giải quyết');
  await world.untilProcessEnded(sent);
  expect(await world.numbersFor(codeIn(page.text))).toEqual([]);
});

test('verification: the other commune sees its task alone and only while it is asked; both branches join', async () => {
  const story = await world.applied(301);
  const { citizen, sent, birth } = story;
  const question = 'Cha, mẹ có đăng ký kết hôn tại phường năm 2020 không?';
  await world.does(clerk, story, acts.accept);
  const examination = await world.awaitTaskOf(examiner, story, 'examination');
  await world.does(examiner, story, otherActs.askVerification('doi-que', question));
  const task = await world.awaitTaskOf(verifier, story, 'verification');
  const there = await world.official(verifier);
  const shown = await there.open(task);
  expect(shown.text).toContain(question);
  expect(shown.text).toContain(birth.requesterName);
  expect(shown.text).toContain(birth.email);
  const paper = await until('slip 01', async () =>
    (await there.open(task)).root.querySelector('a[href*="/tai-lieu/"]')?.getAttribute('href'),
  );
  expect((await there.download(paper)).status).toBe(200);
  expect((await there.open(examination)).status).toBe(404);
  expect(await world.hasTask('tiepnhan.doique', story, 'verification')).toBe(false);
  expect((await (await world.official('tiepnhan.doique')).open(task)).status).toBe(404);

  await world.confirmsDraft(story);
  expect(await world.hasTask(leader, story, 'leaderSignature')).toBe(false);
  await there.open(task);
  const answered = await there.press(
    'action=confirm',
    otherActs.confirmVerification('Đã đăng ký kết hôn, số 12/2020.').values,
  );
  expect(answered.status).toBe(200);
  expect(await world.hasTask(verifier, story, 'verification')).toBe(false);
  expect((await there.open(`/can-bo/ho-so/${sent.dossierId}`)).status).toBe(404);
  expect((await there.open(`/can-bo/tim?tim=${sent.reference}`)).text).not.toContain(birth.requesterName);
  const over = await there.open(task);
  expect(over.text).toContain('Đã được Lý Minh Đức xử lý lúc');
  expect(over.text).not.toContain(birth.email);
  expect(over.root.querySelector('a[href*="/tai-lieu/"]')).toBeNull();
  expect((await there.download(paper)).status).toBe(404);

  const signing = await (await world.official(leader)).open(
    await world.awaitTaskOf(leader, story, 'leaderSignature'),
  );
  expect(earlier(signing)).toContain('Đã đăng ký kết hôn, số 12/2020.');
  const page = await citizen.open(`/ho-so/${sent.dossierId}`);
  expect(page.text).toContain('Đã có kết quả xác minh');
  await world.does(leader, story, acts.sign);
  await world.awaitTaskOf(registry, story, 'registrySeal');
});

test('a verification that contradicts goes back to the examiner, who may ask the same commune once more', async () => {
  const story = await world.applied(302);
  const { sent } = story;
  const words = 'Không tìm thấy trong sổ năm 2020.';
  await world.does(clerk, story, acts.accept);
  await world.does(
    examiner,
    story,
    otherActs.askVerification('doi-que', 'Có đăng ký kết hôn năm 2020 không?'),
  );
  await world.does(verifier, story, otherActs.contradictVerification(words));
  await world.confirmsDraft(story);
  const back = await (await world.official(examiner)).open(
    await world.awaitTaskOf(examiner, story, 'examination'),
  );
  expect(earlier(back)).toContain(words);
  expect(await world.hasTask(leader, story, 'leaderSignature')).toBe(false);
  await world.does(examiner, story, otherActs.askVerification('doi-que', 'Xin tìm cả sổ năm 2021.'));
  const again = await world.awaitTaskOf(verifier, story, 'verification');
  const there = await world.official(verifier);
  expect((await there.open(again)).text).toContain('Xin tìm cả sổ năm 2021.');
  await act(there, again, otherActs.confirmVerification('Có trong sổ năm 2021.'));
  await world.confirmsDraft(story);
  await world.awaitTaskOf(leader, story, 'leaderSignature');
  expect((await there.open(`/can-bo/ho-so/${sent.dossierId}`)).status).toBe(404);
});

test('a draft the citizen disputes goes back to the same examiner with her words', async () => {
  const story = await world.applied(401);
  const { citizen, sent } = story;
  await world.does(clerk, story, acts.accept);
  await world.does('kiemnhiem.suoicham', story, acts.approve);
  await untilShown(citizen, sent, asked, PATIENCE);
  await citizen.follow(asked);
  const empty = await citizen.press('Gửi trả lời', { _action: 'dispute' });
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('Viết nội dung cần báo');
  const words = 'Tên cháu là “Páo”, không phải “Pao”.';
  await citizen.open(`/ho-so/${sent.dossierId}`);
  const page = await answer(citizen, { _note: words }, 'dispute');
  expect(page.text).toContain(words);
  const task = await world.awaitTaskOf('kiemnhiem.suoicham', story, 'examination');
  expect(await world.holdsTask('kiemnhiem.suoicham', story, 'examination')).toBe(true);
  expect(await world.holdsTask(examiner, story, 'examination')).toBe(false);
  const back = await (await world.official('kiemnhiem.suoicham')).open(task);
  expect(earlier(back)).toContain(words);
  expect(await world.hasTask(leader, story, 'leaderSignature')).toBe(false);
  await world.does('kiemnhiem.suoicham', story, acts.approve);
  await world.confirmsDraft(story);
  await world.awaitTaskOf(leader, story, 'leaderSignature');
});

test('four eyes: who examined cannot sign; the leader sends back, then signs; one personal number', async () => {
  const story = await world.applied(501);
  const { citizen, sent } = story;
  await world.does(clerk, story, acts.accept);
  await world.does('kiemnhiem.suoicham', story, acts.approve);
  await world.confirmsDraft(story);
  const task = await world.awaitTaskOf(leader, story, 'leaderSignature');
  const both = await world.official('kiemnhiem.suoicham');
  const barred = await both.open(task);
  expect(barred.text).toContain('Ông/Bà đã thẩm tra hồ sơ này nên không được làm bước này.');
  expect(barred.html).not.toContain('value="sign"');
  // The page offers no button: what a forged form sends is refused, too.
  const csrf = barred.root.querySelector('[name=_csrf]')?.getAttribute('value') ?? '';
  expect(csrf).not.toBe('');
  const forged = await both.send(task, { _csrf: csrf, action: 'sign', 'signing.reviewed': 'true' });
  expect(forged.status).toBe(403);
  expect(forged.text).toContain('không được làm bước này');

  const reason = 'Cần ghi rõ nơi sinh';
  await world.does(leader, story, otherActs.returnToExamination(reason));
  const again = await world.awaitTaskOf('kiemnhiem.suoicham', story, 'examination');
  expect(earlier(await both.open(again))).toContain(reason);
  await world.does('kiemnhiem.suoicham', story, acts.approve);
  await world.confirmsDraft(story);
  await world.does(leader, story, acts.sign);
  await world.does(registry, story, acts.seal);
  const page = await citizen.open(`/ho-so/${sent.dossierId}`);
  const numbers = await world.numbersFor(codeIn(page.text));
  expect(numbers).toMatchObject([{ times: 1 }]);
});

test('entered at the counter: receipt and slip 01 there, no draft to confirm, handed over at the counter', async () => {
  const birth = birthCase(601);
  const desk = await world.official(clerk);
  const sent = { ...(await enterAtCounter(desk, birth)), dossierId: '' };
  const receipt = desk.page().url.pathname;
  expect(sent.pin).toMatch(/^\d{6}$/);
  const citizen = world.visitor();
  const tracked = await track(citizen, sent);
  const dossierId = tracked.url.pathname.split('/').at(-1) ?? '';
  const story = { citizen, birth, sent: { ...sent, dossierId } };
  const task = await world.awaitTaskOf(clerk, story, 'receptionCheck');
  expect((await (await world.official(clerk)).open(task)).text).toContain('trực tiếp tại quầy');
  await world.does(clerk, story, acts.accept);
  const slip = await until('slip 01 on the receipt', async () => {
    const { root } = await desk.open(receipt);
    return root.querySelector('a[href*="/tai-lieu/"]')?.getAttribute('href');
  });
  const words = await textOfPdf((await desk.download(slip)).bytes);
  expect(words).toContain(birth.requesterName);
  expect(words).toMatch(/H38\.91-\d{6}-\d{4}/);

  await world.does(examiner, story, acts.approve);
  await world.awaitTaskOf(leader, story, 'leaderSignature');
  const page = await citizen.open(`/ho-so/${dossierId}`);
  expect(page.text).not.toContain(asked);
  expect(page.text).not.toContain('xác nhận bản nháp');
  await world.does(leader, story, acts.sign);
  await world.does(registry, story, acts.seal);
  await world.does(clerk, story, {
    element: 'returnResult',
    action: 'return',
    values: { 'handover.method': 'counter', 'handover.receiver': birth.requesterName },
  });
  const done = await untilShown(citizen, story.sent, 'Hồ sơ đã kết thúc', PATIENCE);
  expect(done.text).toContain('Đã trả kết quả');
  const result = await citizen.download(String(findPaper(citizen, 'Giấy khai sinh')));
  expect(result.type).toContain('application/pdf');
  expect(await textOfPdf(result.bytes)).toContain(birth.childName.toUpperCase());
});

test('the population register is down: the citizen reads that it takes longer, an operator heals and retries, one number', async () => {
  const story = await world.applied(701);
  const { citizen, sent } = story;
  const operator = await world.official('quantri');
  try {
    await world.setFault('population', 'down');
    await world.reachesSignature(story);
    const slow = await untilShown(citizen, sent, 'Bước này đang lâu hơn thường lệ', PATIENCE);
    expect(slow.text).not.toMatch(/SOAP|LGSP|HTTP|ECONN|UNREACHABLE|connector|timeout|sự cố/i);
    // Nonsense in place of silence: no repetition helps, an operator must look.
    await world.setFault('population', 'wrong');
    const incident = await until('the incident', async () => {
      const { root } = await operator.open('/can-bo/van-hanh');
      return root
        .querySelectorAll('.sf-incident--open')
        .find((one) => one.text.includes(sent.reference) || one.text.includes(codeIn(citizen.page().text)));
    });
    expect(incident.text).toContain('assignPersonalId');
    expect(incident.text).not.toContain(story.birth.childName);
    expect((await operator.window().open(`/can-bo/ho-so/${sent.dossierId}`)).status).toBe(404);
    const still = await citizen.open(`/ho-so/${sent.dossierId}`);
    expect(still.text).toContain('Bước này đang lâu hơn thường lệ');
    expect(still.text).not.toMatch(/BAD_REPLY|quản trị viên|sự cố/i);
    await world.setFault('population', 'ok');
    const id = incident.querySelector('button[name=id]')?.getAttribute('value');
    expect((await operator.press(`id=${id}`)).text).toContain('Đã đưa vào hàng đợi để thử lại.');
  } finally {
    await world.setFault('population', 'ok');
  }
  await world.awaitTaskOf(leader, story, 'leaderSignature');
  const page = await citizen.open(`/ho-so/${sent.dossierId}`);
  expect(page.text).not.toContain('Bước này đang lâu hơn thường lệ');
  expect(page.text).toContain('Xong: Cấp số định danh cá nhân');
  expect(await world.numbersFor(codeIn(page.text))).toMatchObject([{ times: 1 }]);
  expect((await operator.open('/can-bo/van-hanh?ca-cu=1')).text).toMatch(/Xử lý bởi Phạm Tuấn Kiệt/);
});

test('withdrawn while the register is down: the process ends all the same, and no number is given afterwards', async () => {
  const story = await world.applied(702);
  const { citizen, sent } = story;
  try {
    await world.setFault('population', 'wrong');
    await world.reachesSignature(story);
    const slow = await untilShown(citizen, sent, 'Bước này đang lâu hơn thường lệ', PATIENCE);
    const page = await withdraw(citizen, sent, 'Không muốn chờ');
    expect(page.text).not.toContain('Bước này đang lâu hơn thường lệ');
    await world.untilProcessEnded(sent);
    await world.setFault('population', 'ok');
    const code = codeIn(slow.text);
    // Nothing is left to do for a withdrawn dossier, not even for an operator.
    await until('nothing waits', async () => {
      const [row] = await world.sql<{ n: number }[]>`
        select count(*)::int as n from motcua.outbox where dossier_id = ${sent.dossierId} and state <> 'done'`;
      return row?.n === 0;
    });
    expect((await (await world.official('quantri')).open('/can-bo/van-hanh')).text).not.toContain(code);
    expect(await world.numbersFor(code)).toEqual([]);
  } finally {
    await world.setFault('population', 'ok');
  }
});

describe('two people, one task', () => {
  test('acting at the same time: one does it, the other is told who and when and loses nothing', async () => {
    const story = await world.applied(801);
    await world.does(clerk, story, acts.accept);
    const task = await world.awaitTaskOf(examiner, story, 'examination');
    const windows = await Promise.all([world.official(examiner), world.official('kiemnhiem.suoicham')]);
    await Promise.all(windows.map((one) => one.open(task)));
    const opinion = 'Ý kiến viết cùng lúc, không được mất.';
    const pages = await Promise.all(
      windows.map((one) =>
        one.press('action=approve', { ...acts.approve.values, 'examination.opinion': opinion }),
      ),
    );
    expect(pages.map((page) => page.status).sort()).toEqual([200, 409]);
    const winner = pages[0]?.status === 200 ? 'Lù Văn Thành' : 'Sùng Thị Dợ';
    const told = pages.find((page) => page.status === 409);
    const words = told?.root.querySelector('[role=alert]')?.text ?? '';
    expect(words).toContain(`${winner} đã xử lý việc này lúc`);
    expect(words).toMatch(/lúc \d{2}:\d{2} \d{2}\/\d{2}\/\d{4}/);
    const [done] = await world.sql<{ n: number }[]>`
      select count(*)::int as n from motcua.dossier_event where dossier_id = ${story.sent.dossierId} and type = 'dossier.examined'`;
    expect(done?.n).toBe(1);
    await world.confirmsDraft(story);
  });

  test('claimed by one: the other sees who holds it and cannot act', async () => {
    const story = await world.applied(802);
    const task = await world.awaitTaskOf(clerk, story, 'receptionCheck');
    const [first, second] = [await world.official(clerk), await world.official('nhapho.suoicham')];
    await second.open(task);
    await first.open(task);
    await first.press('intent=claim');
    const late = await second.press('action=accept', acts.accept.values);
    expect(late.status).toBe(409);
    expect(late.text).toMatch(/Vàng Thị Lan đã nhận việc này lúc \d{2}:\d{2}/);
    expect((await second.open(task)).text).toContain('Vàng Thị Lan đang giữ việc này');
  });
});

test('a session that ended in the middle of a form: after signing in again everything entered is there', async () => {
  const story = await world.applied(803);
  const username = 'nhapho.suoicham';
  const desk = await world.official(username);
  const task = await world.awaitTaskOf(username, story, 'receptionCheck');
  await desk.open(task);
  await world.endSessionsOf(username);
  const note = 'Đã gọi điện hỏi lại người nộp lúc 9 giờ.';
  const door = await desk.press('action=accept', { ...acts.accept.values, 'reception.note': note });
  expect(door.text).toContain('Phiên làm việc đã hết');
  expect(door.html).not.toContain(note);
  const back = await desk.press('Đăng nhập và tiếp tục', { username, password: demoPassword });
  expect(back.url.pathname).toBe(new URL(task, world.baseUrl).pathname);
  expect(back.text).toContain('Đã đăng nhập lại. Nội dung vừa nhập vẫn còn');
  expect(back.root.querySelector('[name="reception.note"]')?.text).toBe(note);
  expect(
    back.root.querySelector('[name="reception.legible"]:not([type=hidden])')?.hasAttribute('checked'),
  ).toBe(true);
  const done = await desk.press('action=accept');
  expect(done.status).toBe(200);
  await world.awaitTaskOf(examiner, story, 'examination');
});

test('a second supplement: the clerk is warned before, it is possible, and each request has its slip', async () => {
  const story = await world.applied(901);
  const { citizen, sent } = story;
  const desk = await world.official(clerk);
  const task = await world.awaitTaskOf(clerk, story, 'receptionCheck');
  expect((await desk.open(task)).text).not.toContain('đã được yêu cầu bổ sung');
  await world.does(clerk, story, otherActs.askSupplement('Thiếu số Giấy chứng nhận kết hôn'));
  await untilShown(citizen, sent, asked, PATIENCE);
  await answer(citizen, { supplementNote: 'Đã ghi số.' });
  const second = await desk.open(await world.awaitTaskOf(clerk, story, 'receptionCheck'));
  expect(second.text).toContain('Đã bổ sung');
  expect(earlier(second)).toContain('Đã ghi số.');
  expect(second.text).toMatch(/đã được yêu cầu bổ sung 1 lần; yêu cầu thêm bị tính là quá hạn/);
  await act(desk, second.url.pathname, otherActs.askSupplement('Số Giấy chứng nhận kết hôn còn sai'));
  const page = await untilShown(citizen, sent, asked, PATIENCE);
  expect(page.text).toContain('Số Giấy chứng nhận kết hôn còn sai');
  await until('two slips 02', async () => {
    const { root } = await citizen.open(`/ho-so/${sent.dossierId}`);
    const slips = root.querySelectorAll('[data-kind=slip] a');
    return slips.filter((slip) => slip.text.includes('Phiếu yêu cầu bổ sung')).length === 2;
  });
  await answer(citizen, { supplementNote: 'Đã sửa.' });
  await world.does(clerk, story, acts.accept);
  await world.awaitTaskOf(examiner, story, 'examination');
});

describe('in English, and for machines', () => {
  test('one link switches the citizen’s pages, and they stay English', async () => {
    const story = await world.applied(951);
    await story.citizen.open(`/ho-so/${story.sent.dossierId}`);
    const page = await story.citizen.follow('English');
    expect(page.url.pathname).toBe(`/ho-so/${story.sent.dossierId}`);
    expect(page.root.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(page.root.querySelector('h1')?.text).toBe('Birth registration');
    expect(page.text).toContain('Newly submitted');
    expect(page.text).not.toMatch(/Hồ sơ đang ở đâu|Khi nào xong|Mới đăng ký/);
    await story.citizen.open(`/ho-so/${story.sent.dossierId}/rut`);
    expect(story.citizen.page().root.querySelector('html')?.getAttribute('lang')).toBe('en');
  });

  test('staff pages, too: inbox and task', async () => {
    const story = await world.applied(952);
    const task = await world.awaitTaskOf('nhapho.suoicham', story, 'receptionCheck');
    const desk = await world.official('nhapho.suoicham');
    await desk.open(task);
    const page = await desk.follow('English');
    expect(page.root.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(page.text).toContain('Reception check');
    expect(page.text).toContain('All required papers are there');
    expect(page.text).toContain('Ask for a supplement');
    expect(page.text).not.toMatch(/Kiểm tra hồ sơ|Yêu cầu bổ sung|Quyết định/);
    const inbox = await desk.open('/can-bo/viec?ds=cho-nhan');
    expect(inbox.text).toContain('Inbox');
    expect(inbox.text).not.toContain('Hộp việc');
    expect((await desk.follow('Tiếng Việt')).text).toContain('Hộp việc');
  });

  test('GET /healthz names every part and says that all are ready', async () => {
    const answered = await fetch(`${product.url}/healthz`);
    expect(answered.status).toBe(200);
    const parts = (await answered.json()) as readonly { name: string; ok: boolean }[];
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(parts.every((part) => part.ok)).toBe(true);
  });
});
