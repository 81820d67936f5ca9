/** Simulated population register: SOAP behind the LGSP; gives each MaYeuCau one number, for ever. */
import { randomInt } from 'node:crypto';
import type { HttpHandler } from 'msw';
import { find, parseXml, textAt, type XmlElement, XmlError, type XmlNode, xml } from '../../kit/xml.ts';
import { population } from '../../lgsp/population.ts';
import { soapEnvelope, soapNamespace } from '../../lgsp/soap.ts';
import type { Sql } from '../store.ts';
import { tokenValid } from './oauth.ts';
import { type Answer, type HandlerOptions, simulated } from './simulated.ts';

interface CitizenRow {
  readonly personal_id: string;
  readonly family: string;
  readonly middle: string;
  readonly given: string;
  readonly sex: string;
  readonly birth_date: string;
  readonly ethnicity: string | null;
  readonly nationality: string | null;
}

export function populationHandlers(options: HandlerOptions): HttpHandler[] {
  return [
    simulated(
      {
        system: 'population',
        operation: 'SOAP',
        path: `/lgsp/${population.path}`,
        nonsense: () => soap(xml('Hello', 'đang bảo trì')),
        answer: (request) => answer(request, options),
      },
      options,
    ),
  ];
}

async function answer(request: Request, { sql, now }: HandlerOptions): Promise<Answer> {
  const text = await request.text();
  if (!(await tokenValid(sql, request.headers.get('authorization'), now())))
    return {
      request: text,
      response: Response.json({ code: '900901', message: 'Invalid Credentials' }, { status: 401 }),
    };
  let body: XmlElement | undefined;
  try {
    const envelope = parseXml(text);
    body = envelope.namespace === soapNamespace ? find(envelope, 'Body')?.children[0] : undefined;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
  }
  const serve = body?.namespace === population.namespace ? operations[body.name] : undefined;
  if (!body || !serve) return { request: text, response: fault('Client', 'not a request of this service') };
  const key = textAt(body, 'MaYeuCau');
  const missing = ['MaYeuCau', 'MaDVC', 'MaTichHop', 'MaCanBo', 'MucDich'].filter(
    (name) => !textAt(body, name),
  );
  const fields = missing.length > 0 ? refused(`thiếu ${missing.join(', ')}`) : await serve(body, sql);
  return {
    request: text,
    key,
    operation: body.name,
    response: soap(
      xml(`${body.name}Response`, [xml('MaYeuCau', key), ...fields], { xmlns: population.namespace }),
    ),
  };
}

type Operation = (body: XmlElement, sql: Sql) => Promise<readonly XmlNode[]>;
const operations: Readonly<Record<string, Operation>> = {
  [population.assign]: assign,
  [population.lookup]: lookup,
};

const done = (citizens: readonly XmlNode[]): readonly XmlNode[] => [
  xml('MaKetQua', '00'),
  xml('MoTa', 'Thành công'),
  xml('CongdanCollection', citizens),
];
const refused = (reason: string): readonly XmlNode[] => [xml('MaKetQua', '01'), xml('MoTa', reason)];

async function assign(body: XmlElement, sql: Sql): Promise<readonly XmlNode[]> {
  const key = textAt(body, 'MaYeuCau');
  const birth = readDate(textAt(body, 'NgayThangNamSinh'));
  const sex = textAt(body, 'GioiTinh');
  const province = textAt(body, 'NoiDangKyKhaiSinh', 'MaTinhThanh');
  const given = textAt(body, 'HoVaTen', 'Ten');
  if (!birth || !given || !/^[12]$/.test(sex) || !/^\d{2}$/.test(province))
    return refused('dữ liệu trẻ không hợp lệ');
  for (;;) {
    const [known] = await sql<
      CitizenRow[]
    >`update sandbox.citizen set times = times + 1 where request_key = ${key}
      returning ${columns(sql)}`;
    if (known) return done([citizen(known)]);
    const number = personalNumber(province, sex, birth);
    const [made] = await sql<CitizenRow[]>`insert into sandbox.citizen
      (personal_id, request_key, family, middle, given, sex, birth_date, ethnicity, nationality, official_id, purpose)
      values (${number}, ${key}, ${textAt(body, 'HoVaTen', 'Ho')}, ${textAt(body, 'HoVaTen', 'ChuDem')}, ${given}, ${sex}, ${birth},
        ${textAt(body, 'DanToc') || null}, ${textAt(body, 'QuocTich') || null}, ${textAt(body, 'MaCanBo')}, ${textAt(body, 'MucDich')})
      on conflict do nothing returning ${columns(sql)}`;
    if (made) return done([citizen(made)]);
    // Either the same request came twice at once, or the number is taken: look again.
  }
}

/** Simulation rule: numbers given here are known; any other that fits its date of birth is confirmed as asked, except …000000. */
async function lookup(body: XmlElement, sql: Sql): Promise<readonly XmlNode[]> {
  const number = textAt(body, 'SoDinhDanh');
  const birth = readDate(textAt(body, 'NgayThangNamSinh'));
  const asked = {
    family: textAt(body, 'HoVaTen', 'Ho'),
    middle: textAt(body, 'HoVaTen', 'ChuDem'),
    given: textAt(body, 'HoVaTen', 'Ten'),
  };
  if (!/^\d{12}$/.test(number) || !birth || !asked.given) return refused('dữ liệu tra cứu không hợp lệ');
  const [known] = await sql<
    CitizenRow[]
  >`select ${columns(sql)} from sandbox.citizen where personal_id = ${number}`;
  if (known) {
    const same =
      known.birth_date === birth &&
      (['family', 'middle', 'given'] as const).every((part) => known[part] === asked[part]);
    return done(same ? [citizen(known)] : []);
  }
  const century = Number(birth.slice(0, 2)) - 19;
  const fits = Math.floor(Number(number[3]) / 2) === century && number.slice(4, 6) === birth.slice(2, 4);
  if (!fits || number.endsWith('000000')) return done([]);
  const sex = Number(number[3]) % 2 === 0 ? '1' : '2';
  return done([
    citizen({
      personal_id: number,
      ...asked,
      sex,
      birth_date: birth,
      ethnicity: null,
      nationality: 'Việt Nam',
    }),
  ]);
}

/** NĐ 137/2015 Đ13: province (3), century and sex (1), year of birth (2), random (6). */
function personalNumber(province: string, sex: string, birth: string): string {
  const century = (Number(birth.slice(0, 2)) - 19) * 2 + (sex === '2' ? 1 : 0);
  return `0${province}${century}${birth.slice(2, 4)}${String(randomInt(1_000_000)).padStart(6, '0')}`;
}

function citizen(row: CitizenRow): XmlNode {
  return xml('CongDan', [
    xml('SoDinhDanh', row.personal_id),
    xml('HoVaTen', [xml('Ho', row.family), xml('ChuDem', row.middle), xml('Ten', row.given)]),
    xml('GioiTinh', row.sex),
    xml('DanToc', row.ethnicity),
    xml('QuocTich', row.nationality),
    xml('NgayThangNamSinh', row.birth_date.replaceAll('-', '')),
  ]);
}

function columns(sql: Sql) {
  return sql`personal_id, family, middle, given, sex, to_char(birth_date, 'YYYY-MM-DD') as birth_date, ethnicity, nationality`;
}

function readDate(written: string): string | undefined {
  const parts = /^(19|2\d)(\d\d)(\d\d)(\d\d)$/.exec(written);
  if (!parts) return undefined;
  const date = `${parts[1]}${parts[2]}-${parts[3]}-${parts[4]}`;
  const check = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(check.getTime()) || check.toISOString().slice(0, 10) !== date ? undefined : date;
}

function soap(body: XmlNode, status = 200): Response {
  return new Response(soapEnvelope(body), { status, headers: { 'content-type': 'text/xml; charset=utf-8' } });
}
function fault(code: 'Client' | 'Server', reason: string): Response {
  return soap(xml('soapenv:Fault', [xml('faultcode', `soapenv:${code}`), xml('faultstring', reason)]), 500);
}
