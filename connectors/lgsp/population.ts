/** The population register's messages (CSDL quốc gia về dân cư) as they travel over the LGSP: fields of request and reply. */
import { ConnectorError } from '../kit/types.ts';
import type { Sex } from '../kit/values.ts';
import { find, textAt, type XmlElement, type XmlNode, xml } from '../kit/xml.ts';

/**
 * Field names follow the register's published exchanges (MaYeuCau … CongdanCollection/CongDan); paths, namespace and operation
 * names differ between provinces' gateways, so they stand in this one place.
 */
export const population = {
  namespace: 'urn:lgsp:csdldc:1.0',
  path: 'csdldc/1.0',
  assign: 'CapSoDinhDanh',
  lookup: 'TraCuuCongDan',
} as const;

/** Who asks, for what: each query is attributable (MaCanBo) and has a purpose (MucDich). */
export interface RequestHead {
  /** MaYeuCau: the register answers a repeated one with the first answer. */
  readonly requestId: string;
  readonly serviceCode: string;
  readonly integrationCode: string;
  readonly officialId: string;
  readonly purpose: string;
}
interface PersonName {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}
export interface Citizen {
  readonly personalId: string;
  readonly fullName: string;
  readonly sex: Sex | null;
  /** `yyyy-MM-dd`, or null where the register knows less than a day. */
  readonly birthDate: string | null;
  readonly ethnicity: string | null;
  readonly nationality: string | null;
}

export function request(operation: string, head: RequestHead, fields: readonly XmlNode[]): XmlNode {
  return xml(
    operation,
    [
      xml('MaYeuCau', head.requestId),
      xml('MaDVC', head.serviceCode),
      xml('MaTichHop', head.integrationCode),
      xml('MaCanBo', head.officialId),
      xml('MucDich', head.purpose),
      ...fields,
    ],
    { xmlns: population.namespace },
  );
}

/** GioiTinh: 1 nam, 2 nữ. */
export const sexCodes: Readonly<Record<Sex, string>> = { male: '1', female: '2' };
/** `yyyy-MM-dd` → `yyyyMMdd`, the register's writing. */
export const compactDate = (date: string): string => date.replaceAll('-', '');

/** Họ, chữ đệm, tên: the register keeps them apart; first word, last word, the rest. */
function splitName(fullName: string): PersonName {
  const words = fullName.normalize('NFC').split(/\s+/).filter(Boolean);
  if (words.length < 2) return { family: '', middle: '', given: words[0] ?? '' };
  return { family: words[0] ?? '', middle: words.slice(1, -1).join(' '), given: words.at(-1) ?? '' };
}
export function nameFields(fullName: string): readonly XmlNode[] {
  const name = splitName(fullName);
  return [xml('Ho', name.family), xml('ChuDem', name.middle), xml('Ten', name.given)];
}

/**
 * Checks that a reply belongs to the request and succeeded; gives its first citizen, undefined when there is none.
 * @throws ConnectorError BAD_REPLY, or REGISTER_REFUSED with the register's own code (MaKetQua)
 */
export function readReply(reply: XmlElement, operation: string, requestId: string): Citizen | undefined {
  const bad = (reason: string) => new ConnectorError('BAD_REPLY', `${operation}: ${reason}`, 'permanent');
  if (reply.name !== `${operation}Response` || reply.namespace !== population.namespace)
    throw bad(`unexpected element in the reply`);
  if (textAt(reply, 'MaYeuCau') !== requestId) throw bad('reply belongs to another request (MaYeuCau)');
  const result = textAt(reply, 'MaKetQua');
  if (!/^\d{2}$/.test(result)) throw bad('reply has no result code (MaKetQua)');
  if (result === '09')
    throw new ConnectorError('REGISTER_BUSY', `${operation}: register is busy (MaKetQua 09)`, 'transient');
  if (result !== '00')
    throw new ConnectorError(
      'REGISTER_REFUSED',
      `${operation}: register refused (MaKetQua ${result})`,
      'permanent',
    );
  const citizen = find(reply, 'CongdanCollection', 'CongDan');
  return citizen && readCitizen(citizen, bad);
}

function readCitizen(citizen: XmlElement, bad: (reason: string) => ConnectorError): Citizen {
  const personalId = textAt(citizen, 'SoDinhDanh');
  if (!/^\d{12}$/.test(personalId)) throw bad('SoDinhDanh is not 12 digits');
  const name = find(citizen, 'HoVaTen');
  const birth = /^(\d{4})(\d\d)(\d\d)$/.exec(textAt(citizen, 'NgayThangNamSinh'));
  const sexCode = textAt(citizen, 'GioiTinh');
  return {
    personalId,
    fullName: ['Ho', 'ChuDem', 'Ten']
      .map((part) => textAt(name, part))
      .filter(Boolean)
      .join(' '),
    sex: sexCode === sexCodes.male ? 'male' : sexCode === sexCodes.female ? 'female' : null,
    birthDate: birth ? `${birth[1]}-${birth[2]}-${birth[3]}` : null,
    ethnicity: textAt(citizen, 'DanToc') || null,
    nationality: textAt(citizen, 'QuocTich') || null,
  };
}

/**
 * Does the number fit the person: digit 4 says century and sex (20th: 0 male, 1 female; 21st: 2, 3; …), digits 5–6 the year of birth.
 * Source: NĐ 137/2015 Đ13.
 */
export function fitsPerson(personalId: string, sex: Sex, birthDate: string): boolean {
  const year = Number(birthDate.slice(0, 4));
  const digit = (Math.floor(year / 100) - 19) * 2 + (sex === 'female' ? 1 : 0);
  return personalId[3] === String(digit) && personalId.slice(4, 6) === birthDate.slice(2, 4);
}
