/** What each statutory slip must say. Field lists: TT 03/2025/TT-VPCP Phụ lục I, in the order of the forms in use. */
import { z } from 'zod';

const text = z.string().trim().min(1);
/** Null rather than absent: Mustache would look an absent name up in the surrounding object. */
const optionalText = z.string().trim().nullable().default(null);
const instant = z.union([z.date(), z.iso.datetime({ offset: true })]).describe('shown in Vietnamese time');
const optionalInstant = instant.nullable().default(null);

/** Cơ quan chủ quản / TÊN CƠ QUAN, left of the header. */
const issuer = z.object({
  parentName: optionalText.describe('cơ quan chủ quản, where there is one'),
  name: text,
  region: optionalText.describe('place above it: tỉnh Lào Cai'),
});

const person = z.object({
  fullName: text,
  address: optionalText,
  phone: optionalText,
  email: optionalText,
  idNumber: optionalText.describe('số định danh cá nhân, CCCD, hộ chiếu'),
});

const common = z.object({
  issuer,
  place: text.describe('địa danh before the date'),
  issuedAt: instant.describe('ngày, tháng, năm of the slip'),
  /** Mã hồ sơ; before one is issued, the tracking reference of the submission. */
  dossierCode: text,
  trackingUrl: z.url({ protocol: /^https?$/ }).describe('in the QR code'),
  department: text.describe('bộ phận tiếp nhận và trả kết quả'),
  procedureName: text.describe('nội dung yêu cầu giải quyết'),
  procedureCode: text,
  applicant: person,
  channelName: optionalText.describe('hình thức nộp: Trực tuyến, Trực tiếp, Bưu chính công ích'),
  official: z.object({ fullName: text, title: optionalText }).describe('who draws the slip up'),
});

const RESULT_TEXT = { early: 'Trước hạn', onTime: 'Đúng hạn', late: 'Quá hạn' } as const;

const hop = z
  .object({
    unit: text.describe('tên cơ quan, bộ phận'),
    handedOverAt: optionalInstant,
    handedOverBy: optionalText,
    receivedAt: optionalInstant,
    receivedBy: optionalText,
    result: z.enum(['early', 'onTime', 'late']).nullable().default(null).describe('kết quả giải quyết'),
    note: optionalText,
  })
  .transform((one) => ({ ...one, resultText: one.result ? RESULT_TEXT[one.result] : '' }));

const contact = z.object({ fullName: text, phone: optionalText });

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
const receiptSlip = common.extend({
  kind: z.literal('receipt'),
  copyFor: z.enum(['Giao khách hàng', 'Lưu']).default('Giao khách hàng').describe('liên'),
  bookNumber: optionalText.describe('quyển số'),
  serialNumber: optionalText.describe('số thứ tự'),
  submitterName: optionalText.describe('người nộp, when not the applicant'),
  components: z
    .array(
      z.object({
        name: text,
        originals: z.number().int().nonnegative().default(0).describe('bản chính'),
        certified: z.number().int().nonnegative().default(0).describe('bản chứng thực'),
        copies: z.number().int().nonnegative().default(0).describe('bản photo'),
        electronic: z.boolean().default(false).describe('bản điện tử'),
        note: optionalText,
      }),
    )
    .describe('thành phần hồ sơ nộp'),
  sets: z.number().int().positive().default(1).describe('số lượng hồ sơ (bộ)'),
  processingTime: text.describe('thời gian giải quyết theo quy định, e.g. 1 ngày làm việc'),
  receivedAt: instant,
  dueAt: instant.describe('thời gian trả kết quả'),
  secondPhase: z
    .object({ receivedAt: instant, dueAt: instant })
    .nullable()
    .default(null)
    .describe('giai đoạn 2 (nếu có)'),
  returnPlace: text.describe('đăng ký nhận kết quả tại'),
});

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
const supplementSlip = common.extend({
  kind: z.literal('supplementRequest'),
  stage: text.describe('giai đoạn: kiểm tra khi tiếp nhận, thẩm tra …'),
  items: z
    .array(z.object({ content: text, guidance: optionalText }))
    .min(1)
    .describe('nội dung cần hoàn thiện và hướng dẫn'),
  reason: text,
  legalBasis: z.array(text).default([]).describe('căn cứ'),
  respondBy: optionalInstant,
  contact,
  website: text.describe('where the dossier can be looked up'),
});

/** Phiếu từ chối tiếp nhận giải quyết hồ sơ. */
const refusalSlip = common.extend({
  kind: z.literal('refusal'),
  receivedAt: optionalInstant,
  reasons: z.array(text).min(1).describe('in the words of the law, never a technical code'),
  legalBasis: z.array(text).default([]),
  guidance: optionalText,
  contact,
  website: text,
});

/** Phiếu kiểm soát quá trình giải quyết hồ sơ: one block per hand-over, only ever appended to. */
const controlSlip = common.extend({
  kind: z.literal('control'),
  receivedAt: instant,
  dueAt: instant,
  leadUnit: text.describe('cơ quan (bộ phận) giải quyết'),
  coordinatingUnits: z.array(text).default([]).describe('cơ quan phối hợp'),
  hops: z.array(hop).min(1),
});

export const slipData = z.discriminatedUnion('kind', [receiptSlip, supplementSlip, refusalSlip, controlSlip]);
/** What the caller passes; dates as Date or ISO text with offset. */
export type SlipData = z.input<typeof slipData>;

/** What a procedure's own result paper is drawn from. */
export const resultData = z.object({
  draft: z.boolean().describe('true: BẢN NHÁP across the page, no place for signatures'),
  issuer,
  place: text,
  dossierCode: text,
  trackingUrl: z.url({ protocol: /^https?$/ }),
  signer: z
    .object({
      onBehalf: optionalText.describe('TM. ỦY BAN NHÂN DÂN'),
      title: text.describe('CHỦ TỊCH'),
      fullName: text,
    })
    .nullable()
    .default(null),
  data: z.record(z.string(), z.unknown()).describe('application data, choices already as labels'),
  facts: z.record(z.string(), z.unknown()).default({}).describe('what connectors and officials brought'),
});
export type ResultData = z.input<typeof resultData>;
