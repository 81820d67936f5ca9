/** Invented people and dossiers for tests and the benchmark of papers. */
import type { ResultData, SlipData } from './slip-data.ts';

const common = {
  issuer: { parentName: 'UBND phường Cam Đường', name: 'Trung tâm Phục vụ hành chính công' },
  place: 'Cam Đường',
  issuedAt: '2026-11-20T01:35:00Z',
  dossierCode: 'H38.12.01-261120-0007',
  trackingUrl: 'http://localhost:3000/tra-cuu?code=H38.12.01-261120-0007',
  department: 'Trung tâm Phục vụ hành chính công phường Cam Đường',
  procedureName: 'Đăng ký khai sinh',
  procedureCode: '1.001193',
  applicant: {
    fullName: 'Giàng Thị Mỷ',
    address: 'Tổ 5, phường Cam Đường, tỉnh Lào Cai',
    phone: '0912 345 678',
    email: 'giang.my@example.vn',
    idNumber: '010196001234',
  },
  channelName: 'Trực tuyến',
  official: { fullName: 'Nguyễn Thị Hồng Nhung', title: 'Công chức tiếp nhận' },
};
const help = {
  contact: { fullName: 'Nguyễn Thị Hồng Nhung', phone: '0214 3820 001' },
  website: 'http://localhost:3000/tra-cuu',
};

export const receiptSample: SlipData = {
  ...common,
  kind: 'receipt',
  components: [
    { name: 'Tờ khai đăng ký khai sinh (mẫu hộ tịch điện tử tương tác)', electronic: true },
    { name: 'Giấy chứng sinh', originals: 1, note: 'nộp khi nhận kết quả' },
    { name: 'Giấy tờ tùy thân của người yêu cầu', copies: 1, note: 'đã đối chiếu bản chính' },
  ],
  processingTime: '1 ngày làm việc',
  receivedAt: '2026-11-20T01:35:00Z',
  dueAt: '2026-11-20T10:00:00Z',
  returnPlace: 'Trang tra cứu hồ sơ (bản điện tử)',
};
export const supplementSample: SlipData = {
  ...common,
  ...help,
  kind: 'supplementRequest',
  stage: 'kiểm tra khi tiếp nhận',
  items: [
    {
      content: 'Giấy chứng sinh chụp bị mờ, không đọc được số và ngày cấp',
      guidance: 'Chụp lại toàn bộ tờ giấy, đủ sáng, thấy rõ bốn góc và dấu của cơ sở y tế',
    },
    { content: 'Chưa ghi quê quán của trẻ', guidance: 'Ghi theo quê quán của cha hoặc của mẹ, đến cấp xã' },
  ],
  reason: 'Hồ sơ chưa đủ thông tin để ghi Sổ đăng ký khai sinh.',
  legalBasis: ['Điều 17 khoản 2 điểm a Nghị định 118/2025/NĐ-CP', 'Điều 16 Luật Hộ tịch số 60/2014/QH13'],
  respondBy: '2026-11-24T10:00:00Z',
};
export const refusalSample: SlipData = {
  ...common,
  ...help,
  kind: 'refusal',
  receivedAt: '2026-11-20T01:35:00Z',
  reasons: [
    'Trẻ đã được đăng ký khai sinh tại Ủy ban nhân dân xã Bát Xát ngày 12 tháng 10 năm 2026; mỗi người chỉ được đăng ký khai sinh một lần.',
    'Người yêu cầu chưa cung cấp văn bản ủy quyền của cha hoặc mẹ.',
  ],
  legalBasis: ['Điều 13 và Điều 16 Luật Hộ tịch số 60/2014/QH13'],
  guidance: 'Nếu cần bản sao Giấy khai sinh, ông/bà nộp hồ sơ thủ tục 2.000635.',
  official: { fullName: 'Trần Văn Quyết', title: 'Giám đốc Trung tâm' },
};
export const controlSample: SlipData = {
  ...common,
  kind: 'control',
  receivedAt: '2026-11-20T01:35:00Z',
  dueAt: '2026-11-20T10:00:00Z',
  leadUnit: 'Ủy ban nhân dân phường Cam Đường',
  coordinatingUnits: ['Ủy ban nhân dân xã Bát Xát'],
  hops: [
    {
      unit: 'Trung tâm Phục vụ hành chính công phường Cam Đường',
      handedOverAt: '2026-11-20T01:35:00Z',
      handedOverBy: 'Giàng Thị Mỷ',
      receivedAt: '2026-11-20T01:40:00Z',
      receivedBy: 'Nguyễn Thị Hồng Nhung',
      result: 'early',
    },
    {
      unit: 'Công chức tư pháp – hộ tịch',
      handedOverAt: '2026-11-20T01:41:00Z',
      handedOverBy: 'Nguyễn Thị Hồng Nhung',
      receivedAt: '2026-11-20T02:05:00Z',
      receivedBy: 'Hoàng Văn Páo',
      result: 'onTime',
      note: 'Đã xác minh tình trạng hôn nhân',
    },
    {
      unit: 'Lãnh đạo Ủy ban nhân dân phường Cam Đường',
      handedOverAt: '2026-11-20T03:10:00Z',
      handedOverBy: 'Hoàng Văn Páo',
    },
  ],
};
const longHops = Array.from({ length: 12 }, (_, index) => ({
  unit: `Cơ quan phối hợp số ${index + 1}`,
  handedOverAt: '2026-11-20T01:35:00Z',
  handedOverBy: 'Nguyễn Thị Hồng Nhung',
  receivedAt: '2026-11-20T02:05:00Z',
  receivedBy: 'Hoàng Văn Páo',
  result: 'late' as const,
}));
export const longControlSample: SlipData = { ...controlSample, hops: longHops } as SlipData;

export const birthCertificateSample: ResultData = {
  draft: false,
  issuer: { name: 'Ủy ban nhân dân phường Cam Đường', region: 'tỉnh Lào Cai' },
  place: 'Cam Đường',
  dossierCode: common.dossierCode,
  trackingUrl: common.trackingUrl,
  signer: { onBehalf: 'TM. Ủy ban nhân dân', title: 'Chủ tịch', fullName: 'Lê Quang Minh' },
  data: {
    child: {
      fullName: 'Giàng Minh Anh',
      birthDate: '2026-11-02',
      birthDateInWords: 'Ngày mùng hai tháng mười một năm hai nghìn không trăm hai mươi sáu',
      sex: 'Nữ',
      ethnicity: 'Mông',
      nationality: 'Việt Nam',
      birthPlace: 'Bệnh viện Đa khoa tỉnh Lào Cai, phường Cam Đường, tỉnh Lào Cai',
      homeTown: 'Xã Bát Xát, tỉnh Lào Cai',
    },
    mother: {
      fullName: 'Giàng Thị Mỷ',
      birthDate: '1996-05-03',
      ethnicity: 'Mông',
      nationality: 'Việt Nam',
      residence: { text: 'Tổ 5, phường Cam Đường, tỉnh Lào Cai' },
      personalId: '010196001234',
    },
    father: {
      fullName: 'Vàng A Sử',
      birthDate: '1994',
      ethnicity: 'Mông',
      nationality: 'Việt Nam',
      residence: { text: 'Tổ 5, phường Cam Đường, tỉnh Lào Cai' },
      personalId: '010094005678',
    },
    requester: { fullName: 'Giàng Thị Mỷ', relation: 'Mẹ', idType: 'Thẻ căn cước', idNumber: '010196001234' },
  },
  facts: { population: { personalId: '010326000123' } },
};
