/** Words of the procedure page. */
import type { Duration } from '../../../engine/runtime/package/schema.ts';
import { catalogue, type Translate } from './translate.ts';

export const procedure = catalogue(
  {
    howLong: 'Mất bao lâu',
    howMuch: 'Bao nhiêu tiền',
    whatNeeded: 'Cần giấy tờ gì',
    where: 'Nộp ở đâu',
    result: 'Nhận được gì',
    steps: 'Các bước',
    who: 'Ai được làm thủ tục này',
    law: 'Căn cứ pháp lý',
    apply: 'Nộp hồ sơ trực tuyến',
    resume: 'Khai tiếp hồ sơ đang dở',
    free: 'Không mất tiền',
    byCouncil: 'Theo mức của Hội đồng nhân dân tỉnh',
    online: 'Trực tuyến, tại trang này',
    direct: 'Trực tiếp tại một trong các nơi sau',
    postal: 'Qua bưu chính',
    'unit.HOUR.one': '{qty} giờ làm việc',
    'unit.WORKING_DAY.one': '{qty} ngày làm việc',
    'unit.DAY.one': '{qty} ngày',
    'unit.HOUR': '{qty} giờ làm việc',
    'unit.WORKING_DAY': '{qty} ngày làm việc',
    'unit.DAY': '{qty} ngày',
    cutOff: 'Nhận từ {time} trở đi thì tính từ ngày làm việc tiếp theo.',
    submitPapers: 'Giấy tờ phải nộp',
    presentPapers: 'Giấy tờ chỉ cần xuất trình',
    ifNeeded: 'Tùy trường hợp',
    papersMust: '{count} giấy tờ bắt buộc',
    copies: 'bản chính: {original}, bản sao: {copy}',
    phone: 'Điện thoại',
    decision: 'Công bố',
    code: 'Mã thủ tục {code}',
    agency: 'Nơi giải quyết',
  },
  {
    howLong: 'How long',
    howMuch: 'How much',
    whatNeeded: 'Which papers',
    where: 'Where to apply',
    result: 'What you receive',
    steps: 'The steps',
    who: 'Who can apply',
    law: 'Legal basis',
    apply: 'Apply online',
    resume: 'Go on with your draft',
    free: 'Free of charge',
    byCouncil: 'Set by the provincial council',
    online: 'Online, on this site',
    direct: 'In person at one of these offices',
    postal: 'By post',
    'unit.HOUR.one': '{qty} working hour',
    'unit.WORKING_DAY.one': '{qty} working day',
    'unit.DAY.one': '{qty} day',
    'unit.HOUR': '{qty} working hours',
    'unit.WORKING_DAY': '{qty} working days',
    'unit.DAY': '{qty} days',
    cutOff: 'Received from {time} on: counted from the next working day.',
    submitPapers: 'Papers to hand in',
    presentPapers: 'Papers to show',
    ifNeeded: 'In some cases',
    papersMust: 'Required: {count}',
    copies: 'originals: {original}, copies: {copy}',
    phone: 'Phone',
    decision: 'Published',
    code: 'Procedure code {code}',
    agency: 'Decided by',
  },
);

/** A statutory time in words. */
export function timeLimit(
  t: Translate<
    'unit.HOUR' | 'unit.HOUR.one' | 'unit.WORKING_DAY' | 'unit.WORKING_DAY.one' | 'unit.DAY' | 'unit.DAY.one'
  >,
  { qty, unit }: Duration,
): string {
  return t(qty === 1 ? `unit.${unit}.one` : `unit.${unit}`, { qty });
}
