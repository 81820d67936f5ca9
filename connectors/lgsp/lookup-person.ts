/** `motcua.lgsp.population.lookup`: confirms a person against the population register. */
import { z } from 'zod';
import { defineConnector } from '../kit/define.ts';
import { ConnectorError } from '../kit/types.ts';
import { calendarDate, personalId, text } from '../kit/values.ts';
import { xml } from '../kit/xml.ts';
import { lgspConfig } from './config.ts';
import { compactDate, nameFields, population, readReply, request } from './population.ts';
import { soapCall } from './soap.ts';

const operation = population.lookup;

export const lookupPerson = defineConnector({
  type: 'motcua.lgsp.population.lookup',
  name: { vi: 'Tra cứu công dân', en: 'Look up a citizen' },
  description: {
    vi: 'Xác thực họ tên, ngày sinh, số định danh với CSDL quốc gia về dân cư qua LGSP',
    en: 'Confirms name, date of birth and personal id with the population register over the LGSP',
  },
  config: lgspConfig,
  input: z.object({
    personalId: personalId.meta({
      title: 'Số định danh',
      description: 'Personal id',
      examples: ['data.requester.idNumber'],
    }),
    fullName: text(150).meta({
      title: 'Họ, chữ đệm, tên',
      description: 'Full name',
      examples: ['data.requester.fullName'],
    }),
    birthDate: calendarDate.meta({
      title: 'Ngày sinh',
      description: 'Date of birth',
      examples: ['data.requester.birthDate'],
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
  output: z.object({
    found: z.boolean(),
    personalId: personalId.nullable(),
    fullName: z.string().nullable(),
    sex: z.enum(['male', 'female']).nullable(),
    birthDate: z.string().nullable(),
    ethnicity: z.string().nullable(),
    nationality: z.string().nullable(),
  }),
  resultName: 'person',
  backoff: [1_000, 5_000, 15_000, 60_000, 300_000],
  timeoutMs: 30_000,
  async handle(input, context) {
    const requestId = context.idempotencyKey;
    const body = request(
      operation,
      {
        requestId,
        serviceCode: input.serviceCode,
        integrationCode: context.config.integrationCode,
        officialId: input.officialId,
        purpose: `Xác thực thông tin, hồ sơ ${input.dossierCode}`,
      },
      [
        xml('HoVaTen', nameFields(input.fullName)),
        xml('SoDinhDanh', input.personalId),
        xml('NgayThangNamSinh', compactDate(input.birthDate)),
      ],
    );
    const reply = await soapCall({ operation, path: population.path, action: operation, body }, context);
    const citizen = readReply(reply, operation, requestId);
    if (citizen && citizen.personalId !== input.personalId)
      throw new ConnectorError('BAD_REPLY', `${operation}: the reply is about another person`, 'permanent');
    context.log('person looked up', {
      requestId,
      officialId: input.officialId,
      dossierCode: input.dossierCode,
      found: Boolean(citizen),
    });
    if (!citizen)
      return {
        found: false,
        personalId: null,
        fullName: null,
        sex: null,
        birthDate: null,
        ethnicity: null,
        nationality: null,
      };
    return { found: true, ...citizen };
  },
});
