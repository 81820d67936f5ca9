/** The printed papers: every required field is there, on pages laid out as NĐ 30/2020 asks. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  loadSlipSets,
  type ResultData,
  renderResult,
  renderSlip,
  type SlipData,
  type SlipSet,
  slipSetOn,
} from './index.ts';
import { createPdfRenderer, type PdfRenderer } from './renderer.ts';
import {
  birthCertificateSample,
  controlSample,
  longControlSample,
  receiptSample,
  refusalSample,
  supplementSample,
} from './sample-data.ts';

const CERTIFICATE = join(import.meta.dirname, '../../procedures/1.001193/slips/giay-khai-sinh.html');
const POINTS_PER_MM = 72 / 25.4;
let renderer: PdfRenderer;
let set: SlipSet;
let certificate: string;

beforeAll(async () => {
  renderer = createPdfRenderer();
  set = slipSetOn(await loadSlipSets(), '2026-11-20');
  certificate = await readFile(CERTIFICATE, 'utf8');
});
afterAll(() => renderer.close());

async function printSlip(key: string, data: SlipData) {
  return read(await renderer.renderPdf(renderSlip(set, key, data).html));
}
async function printResult(data: ResultData) {
  return read(await renderer.renderPdf(renderResult(certificate, data)));
}
async function read(bytes: Uint8Array) {
  const pdf = await PDF.load(bytes);
  const pages = pdf.extractText();
  const text = pages
    .map((page) => page.text)
    .join('\n')
    .replace(/\s+/g, ' ');
  return { pdf, pages, text };
}

const HEADER = [
  'UBND PHƯỜNG CAM ĐƯỜNG',
  'TRUNG TÂM PHỤC VỤ',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Số: H38.12.01-261120-0007',
  'Cam Đường, ngày 20 tháng 11 năm 2026',
];
const APPLICANT = [
  'Bộ phận tiếp nhận và trả kết quả:',
  'Tiếp nhận hồ sơ của: Giàng Thị Mỷ',
  'Địa chỉ: Tổ 5, phường Cam Đường, tỉnh Lào Cai',
  'Số điện thoại: 0912 345 678',
  'Email: giang.my@example.vn',
  '010196001234',
  'Nội dung yêu cầu giải quyết: Đăng ký khai sinh',
];

test.each<[string, SlipData, string[]]>([
  [
    '01',
    receiptSample,
    [
      ...HEADER,
      ...APPLICANT,
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      '(Liên: Giao khách hàng)',
      'Quyển số:',
      'Số thứ tự:',
      '1. Thành phần hồ sơ nộp gồm:',
      'Bản chính',
      'Giấy chứng sinh',
      '2. Số lượng hồ sơ: 1 (bộ)',
      '3. Thời gian giải quyết hồ sơ theo quy định: 1 ngày làm việc',
      '4. Thời gian nhận hồ sơ: 8 giờ 35 phút, ngày 20 tháng 11 năm 2026',
      '5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 20 tháng 11 năm 2026',
      'Đăng ký nhận kết quả tại: Trang tra cứu hồ sơ (bản điện tử)',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Nguyễn Thị Hồng Nhung',
    ],
  ],
  [
    '02',
    supplementSample,
    [
      ...HEADER,
      ...APPLICANT,
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      '(Giai đoạn: kiểm tra khi tiếp nhận)',
      'Giấy chứng sinh chụp bị mờ',
      'Ghi theo quê quán của cha hoặc của mẹ',
      'Lý do: Hồ sơ chưa đủ thông tin',
      'Điều 17 khoản 2 điểm a Nghị định 118/2025/NĐ-CP',
      '17 giờ 00 phút, ngày 24 tháng 11 năm 2026',
      '0214 3820 001',
      'http://localhost:3000/tra-cuu',
      'NGƯỜI HƯỚNG DẪN',
    ],
  ],
  [
    '03',
    refusalSample,
    [
      ...HEADER,
      ...APPLICANT,
      'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
      'Trẻ đã được đăng ký khai sinh',
      'Người yêu cầu chưa cung cấp văn bản ủy quyền',
      'Điều 13 và Điều 16 Luật Hộ tịch',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TỪ CHỐI',
      'Trần Văn Quyết',
    ],
  ],
  [
    '06',
    controlSample,
    [
      ...HEADER,
      'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      '(Kèm theo hồ sơ của Giàng Thị Mỷ)',
      'Ngày nhận hồ sơ: 8 giờ 35 phút',
      'Ngày, giờ hẹn trả kết quả: 17 giờ 00 phút',
      'Cơ quan (bộ phận) giải quyết hồ sơ: Ủy ban nhân dân phường Cam Đường',
      'Cơ quan phối hợp giải quyết hồ sơ: Ủy ban nhân dân xã Bát Xát',
      'Người giao: Giàng Thị Mỷ',
      'Người nhận: Hoàng Văn Páo',
      'Trước hạn',
      'Đúng hạn',
    ],
  ],
])('slip %s says everything its form asks for, on one page', async (key, data, required) => {
  const { text, pages } = await printSlip(key, data);
  expect(required.filter((piece) => !text.includes(piece))).toEqual([]);
  expect(pages).toHaveLength(1);
});

test('pages are A4 with the margins of NĐ 30/2020, numbered above the text from page 2', async () => {
  const { pages } = await printSlip('06', longControlSample);
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    expect(page.width / POINTS_PER_MM).toBeCloseTo(210, 0);
    expect(page.height / POINTS_PER_MM).toBeCloseTo(297, 0);
    const [first, ...body] = [...page.lines].sort((a, b) => b.baseline - a.baseline);
    expect(first?.text.trim() === String(index + 1)).toBe(index > 0);
    for (const line of index > 0 ? body : [first, ...body]) {
      const box = line?.bbox;
      expect((box?.x ?? 0) / POINTS_PER_MM).toBeGreaterThanOrEqual(29.7);
      expect(((box?.x ?? 0) + (box?.width ?? 0)) / POINTS_PER_MM).toBeLessThanOrEqual(195.3);
      expect((box?.y ?? 0) / POINTS_PER_MM).toBeGreaterThanOrEqual(19.5);
    }
  }
});

test('the birth certificate says everything, and reserves number, date and both signatures', async () => {
  const { text, pdf, pages } = await printResult(birthCertificateSample);
  const required = [
    'GIẤY KHAI SINH',
    'Họ, chữ đệm, tên: GIÀNG MINH ANH',
    'Ngày, tháng, năm sinh: 02/11/2026',
    'Ghi bằng chữ: Ngày mùng hai tháng mười một',
    'Giới tính: Nữ',
    'Dân tộc: Mông',
    'Quốc tịch: Việt Nam',
    'Nơi sinh: Bệnh viện Đa khoa tỉnh Lào Cai',
    'Quê quán: Xã Bát Xát',
    'Số định danh cá nhân: 010326000123',
    'người mẹ: GIÀNG THỊ MỶ',
    'Năm sinh: 1996',
    'người cha: VÀNG A SỬ',
    'Năm sinh: 1994',
    'Nơi cư trú: Tổ 5, phường Cam Đường',
    'người đi khai sinh: Giàng Thị Mỷ',
    'Nơi đăng ký khai sinh: Ủy ban nhân dân phường Cam Đường',
    'Ngày, tháng, năm đăng ký: ngày',
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
    'Lê Quang Minh',
  ];
  expect(required.filter((piece) => !text.includes(piece))).toEqual([]);
  expect(pages).toHaveLength(1);
  expect(pdf.getForm()?.getFieldNames().sort()).toEqual([
    'result.day',
    'result.month',
    'result.number',
    'result.year',
    'signature.agency',
    'signature.person',
  ]);
});

test('a long certificate goes on over page 2, and the places for number and signatures stay whole', async () => {
  const place = 'Thôn Nậm Pản 2, khu tái định cư thủy điện, xã Mường Hum, tỉnh Lào Cai. '.repeat(6);
  const data = structuredClone(birthCertificateSample.data) as { child: Record<string, string> };
  Object.assign(data.child, { fullName: 'A'.repeat(120), birthPlace: place, homeTown: place });
  const { pdf, pages } = await printResult({ ...birthCertificateSample, data });
  expect(pages).toHaveLength(2);
  expect(pages[0]?.text).toContain('A'.repeat(40));
  expect(pdf.getForm()?.getFieldNames()).toHaveLength(6);
});

test('a draft says BẢN NHÁP and can be signed by nobody', async () => {
  const { text, pdf } = await printResult({
    ...birthCertificateSample,
    draft: true,
    signer: null,
    facts: {},
  });
  expect(text).toContain('BẢN NHÁP – để xem và xác nhận, chưa có giá trị pháp lý');
  expect(pdf.getForm()).toBeNull();
});

test('a result without its signer is refused', () => {
  expect(() => renderResult(certificate, { ...birthCertificateSample, signer: null })).toThrow(
    /needs its signer/,
  );
});
