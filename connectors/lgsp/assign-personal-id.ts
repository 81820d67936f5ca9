/** `motcua.lgsp.population.assignPersonalId`: the population register gives a child its personal identification number. */
import { z } from 'zod';
import { defineConnector } from '../kit/define.ts';
import { ConnectorError } from '../kit/types.ts';
import { calendarDate, personalId, sex, text } from '../kit/values.ts';
import { type XmlNode, xml } from '../kit/xml.ts';
import { lgspConfig } from './config.ts';
import {
  compactDate,
  fitsPerson,
  nameFields,
  population,
  readReply,
  request,
  sexCodes,
} from './population.ts';
import { soapCall } from './soap.ts';

const operation = population.assign;

export const assignPersonalId = defineConnector({
  type: 'motcua.lgsp.population.assignPersonalId',
  name: { vi: 'Cấp số định danh cá nhân', en: 'Assign personal identification number' },
  description: {
    vi: 'Lấy số định danh cá nhân cho trẻ từ CSDL quốc gia về dân cư qua LGSP',
    en: 'Gets a child’s personal identification number from the population register over the LGSP',
  },
  config: lgspConfig,
  input: z.object({
    childFullName: text(150).meta({
      title: 'Họ, chữ đệm, tên trẻ',
      description: 'Child’s full name',
      examples: ['data.child.fullName'],
    }),
    childSex: sex.meta({
      title: 'Giới tính',
      description: 'Sex: male/female, nam/nữ',
      examples: ['data.child.sex'],
    }),
    childBirthDate: calendarDate.meta({
      title: 'Ngày sinh',
      description: 'Date of birth',
      examples: ['data.child.birthDate'],
    }),
    childEthnicity: text(60).optional().meta({ title: 'Dân tộc', description: 'Ethnicity' }),
    childNationality: text(60).optional().meta({ title: 'Quốc tịch', description: 'Nationality' }),
    childBirthPlace: text(300).optional().meta({ title: 'Nơi sinh', description: 'Place of birth' }),
    motherFullName: text(150).optional().meta({ title: 'Họ tên mẹ', description: 'Mother’s full name' }),
    motherPersonalId: text(30).optional().meta({
      title: 'Số định danh của mẹ',
      description: 'Mother’s personal id, or the number of her other paper',
    }),
    fatherFullName: text(150).optional().meta({ title: 'Họ tên cha', description: 'Father’s full name' }),
    fatherPersonalId: text(30).optional().meta({
      title: 'Số định danh của cha',
      description: 'Father’s personal id, or the number of his other paper',
    }),
    serviceCode: text(40).meta({
      title: 'Mã dịch vụ công',
      description: 'MaDVC',
      examples: ['dossier.caseCode'],
    }),
    officialId: text(80).meta({
      title: 'Mã cán bộ',
      description: 'MaCanBo, who asks',
      examples: ['dossier.lastOfficialId'],
    }),
    dossierCode: text(60).meta({
      title: 'Mã hồ sơ',
      description: 'Purpose of the query',
      examples: ['dossier.code'],
    }),
  }),
  output: z.object({ personalId, requestId: z.string(), assignedAt: z.iso.datetime() }),
  resultName: 'population',
  backoff: [1_000, 5_000, 15_000, 60_000, 300_000],
  timeoutMs: 30_000,
  async handle(input, context) {
    const { config, idempotencyKey: requestId } = context;
    const parent = (name: string, fullName: string | undefined, id: string | undefined) =>
      fullName || id
        ? xml(name, [xml('HoVaTen', fullName ? nameFields(fullName) : null), ...paperFields(id)])
        : '';
    const body = request(
      operation,
      {
        requestId,
        serviceCode: input.serviceCode,
        integrationCode: config.integrationCode,
        officialId: input.officialId,
        purpose: `Cấp số định danh cá nhân, hồ sơ ${input.dossierCode}`,
      },
      [
        xml('HoVaTen', nameFields(input.childFullName)),
        xml('GioiTinh', sexCodes[input.childSex]),
        xml('NgayThangNamSinh', compactDate(input.childBirthDate)),
        xml('DanToc', input.childEthnicity),
        xml('QuocTich', input.childNationality),
        xml('NoiDangKyKhaiSinh', [
          xml('MaTinhThanh', config.provinceCode),
          xml('ChiTiet', input.childBirthPlace),
        ]),
        parent('Me', input.motherFullName, input.motherPersonalId),
        parent('Cha', input.fatherFullName, input.fatherPersonalId),
      ],
    );
    const reply = await soapCall({ operation, path: population.path, action: operation, body }, context);
    const citizen = readReply(reply, operation, requestId);
    if (!citizen || !fitsPerson(citizen.personalId, input.childSex, input.childBirthDate))
      throw new ConnectorError(
        'BAD_REPLY',
        `${operation}: ${citizen ? 'the number does not fit sex and year of birth' : 'no number in the reply'}`,
        'permanent',
      );
    context.log('personal id assigned', {
      requestId,
      attempt: context.attempt,
      officialId: input.officialId,
      dossierCode: input.dossierCode,
    });
    return { personalId: citizen.personalId, requestId, assignedAt: context.now().toISOString() };
  },
});

/** A parent may have the 12 digits, an old 9-digit CMND, or a foreign paper: each has its own field. */
function paperFields(number: string | undefined): readonly XmlNode[] {
  if (!number) return [];
  const field = /^\d{12}$/.test(number) ? 'SoDinhDanh' : /^\d{9}$/.test(number) ? 'SoCMND' : 'SoGiayToKhac';
  return [xml(field, number)];
}
