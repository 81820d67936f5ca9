/** `motcua.documents.register`: the signed result goes to document management as an edXML envelope. */
import { z } from 'zod';
import { defineConnector } from '../kit/define.ts';
import { ConnectorError } from '../kit/types.ts';
import { calendarDate, text, vietnameseTime } from '../kit/values.ts';
import { XmlError } from '../kit/xml.ts';
import { documentsConfig } from './config.ts';
import { sendEdoc } from './vxp.ts';
import { guid, writeEdoc } from './write-edxml.ts';

/** Mã định danh cơ quan, at most 35 characters (QĐ 09/2025/QĐ-TTg); travels in a header, so plain ASCII. */
const organId = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._-]{1,35}$/, 'expected an organ id such as H38.12');

export const documentsRegister = defineConnector({
  type: 'motcua.documents.register',
  name: { vi: 'Gửi kết quả sang quản lý văn bản', en: 'Register the result with document management' },
  description: {
    vi: 'Gửi kết quả đã ký số dưới dạng gói tin edXML (QCVN 102:2016/BTTTT) qua trục liên thông văn bản',
    en: 'Sends the signed result as an edXML envelope (QCVN 102:2016/BTTTT) over the document exchange',
  },
  config: documentsConfig,
  input: z.object({
    documentId: text(80).meta({
      title: 'Tệp kết quả',
      description: 'Stored file that is sent',
      examples: ['dossier.resultDocumentId'],
    }),
    number: text(50).meta({ title: 'Số', description: 'CodeNumber', examples: ['facts.result.number'] }),
    notation: text(50)
      .optional()
      .meta({ title: 'Ký hiệu', description: 'CodeNotation', examples: ['=TP-HT'] }),
    promulgationDate: calendarDate.meta({
      title: 'Ngày ban hành',
      description: 'Date of issue',
      examples: ['facts.result.date'],
    }),
    place: text(200)
      .optional()
      .meta({ title: 'Nơi ban hành', description: 'Place of issue', examples: ['=Lào Cai'] }),
    typeName: text(100).meta({
      title: 'Loại văn bản',
      description: 'Kind of paper',
      examples: ['=Giấy khai sinh'],
    }),
    subject: text(500).meta({ title: 'Trích yếu', description: 'Subject', examples: ['=Đăng ký khai sinh'] }),
    content: text(500)
      .optional()
      .meta({ title: 'Nội dung', description: 'Content', examples: ['dossier.code'] }),
    fromOrganId: organId.meta({
      title: 'Mã cơ quan gửi',
      description: 'Sender',
      examples: ['dossier.competentUnitCode'],
    }),
    fromOrganName: text(200).meta({
      title: 'Tên cơ quan gửi',
      description: 'Sender’s name',
      examples: ['dossier.competentUnitName'],
    }),
    toOrganId: organId
      .optional()
      .meta({ title: 'Mã cơ quan nhận', description: 'Receiver; else DMS_ORGAN_ID' }),
    toOrganName: text(200)
      .optional()
      .meta({ title: 'Tên cơ quan nhận', description: 'Receiver’s name; else DMS_ORGAN_NAME' }),
    signerName: text(150).optional().meta({ title: 'Người ký', description: 'Who signed' }),
    signerPosition: text(150)
      .optional()
      .meta({ title: 'Chức vụ người ký', description: 'Position of who signed' }),
  }),
  output: z.object({
    docId: z.string(),
    edocDocumentId: z.string(),
    sha256: z.string(),
    sentAt: z.iso.datetime(),
  }),
  resultName: 'registration',
  backoff: [1_000, 5_000, 15_000, 60_000, 300_000],
  timeoutMs: 60_000,
  async handle(input, context) {
    const { config, now } = context;
    const paper = await context.readDocument(input.documentId);
    const from = { organId: input.fromOrganId, organName: input.fromOrganName };
    const to = input.toOrganId
      ? { organId: input.toOrganId, organName: input.toOrganName ?? input.toOrganId }
      : { organId: config.organId, organName: config.organName };
    const edocDocumentId = guid(`${from.organId}\n${context.idempotencyKey}`);
    const edoc = {
      from,
      to: [to],
      documentId: edocDocumentId,
      code: { number: input.number, notation: input.notation ?? '' },
      place: input.place ?? '',
      promulgationDate: input.promulgationDate,
      typeName: input.typeName,
      subject: input.subject,
      content: input.content ?? '',
      signer: { position: input.signerPosition ?? '', fullName: input.signerName ?? '' },
      timestamp: vietnameseTime(now()),
    };
    let envelope: readonly Uint8Array[];
    try {
      envelope = [...writeEdoc(edoc, [paper])];
    } catch (cause) {
      if (!(cause instanceof XmlError)) throw cause;
      throw new ConnectorError('INVALID_INPUT', `edXML: ${cause.message}`, 'permanent', { cause });
    }
    const { docId, sha256 } = await sendEdoc(envelope, { from: from.organId, to: [to.organId] }, context);
    context.log('document sent', {
      docId,
      edocDocumentId,
      attempt: context.attempt,
      bytes: paper.bytes.byteLength,
    });
    return { docId, edocDocumentId, sha256, sentAt: now().toISOString() };
  },
});
