/** A complete birth registration, as the citizen's form gives it. */
import type { Context } from '../context.ts';
import { storeUpload } from '../files/upload.ts';

/** The smallest PDF that is recognised as one. */
export const tinyPdf = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

export async function application(
  context: Context,
  changes: { childName?: string; email?: string } = {},
): Promise<Record<string, unknown>> {
  const proof = await storeUpload(context, {
    stream: new Blob([tinyPdf]).stream(),
    name: 'giay-chung-sinh.pdf',
    maxBytes: 1_000_000,
    accept: ['.pdf'],
  });
  const residence = {
    province: '10',
    provinceName: 'Lào Cai',
    commune: '',
    communeName: 'Xã Suối Chàm (mẫu)',
    detail: 'Thôn Mẫu 1',
  };
  return {
    requester: {
      fullName: 'Giàng Thị Mẫu',
      birthDate: '1996-03-05',
      idType: 'citizenCard',
      idNumber: '010196001234',
      residence,
      relation: 'mother',
      phone: '0912345678',
      email: changes.email ?? 'nguoi.dan@example.com',
    },
    child: {
      fullName: changes.childName ?? 'Giàng Minh An',
      birthDate: '2026-11-05',
      birthDateInWords: 'Ngày năm tháng mười một năm hai nghìn không trăm hai mươi sáu',
      sex: 'female',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      birthPlace: 'Trạm y tế xã Suối Chàm, tỉnh Lào Cai',
      homeTown: 'Xã Suối Chàm, tỉnh Lào Cai',
    },
    mother: {
      fullName: 'Giàng Thị Mẫu',
      birthDate: '1996',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      residence,
    },
    electronicBirthNotice: 'no',
    paperBirthNotice: [{ id: proof.id, name: proof.name, size: proof.size, mime: proof.mime }],
    situation: 'usual',
    otherPapers: 'no',
    copies: { wanted: 'no' },
    resultDelivery: 'electronic',
    declaration: { truthful: true },
  };
}
