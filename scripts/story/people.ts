/** Invented people and papers for runs of the whole story. Nobody here exists. */
import type { FieldValue } from './visitor.ts';

const family = ['Giàng', 'Vàng', 'Lý', 'Nguyễn', 'Phạm', 'Tẩn', 'Hoàng', 'Lù', 'Sùng', 'Trần'];
const middle = ['Thị', 'Văn', 'Minh', 'A', 'Ngọc', 'Thu', 'Đức', 'Láo'];
const given = ['Mai', 'Sơn', 'Hà', 'Páo', 'Dung', 'Khải', 'Xuân', 'Tả', 'Lan', 'Phúc'];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** A JPEG of one grey pixel: a real image, small. */
export const birthNotice = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

export interface BirthCase {
  readonly childName: string;
  readonly requesterName: string;
  readonly email: string;
  /** Values by page, in the order of the wizard; names are the form's field paths. */
  readonly pages: readonly Readonly<Record<string, FieldValue>>[];
}

/** The n-th birth: always the same for the same n. `papers: 'none'` = the hospital has sent the signed notice. */
export function birthCase(n: number, papers: 'none' | 'photo' = 'none'): BirthCase {
  const requesterName = `${pick(family, n)} ${pick(middle, n)} ${pick(given, n + 3)} ${ordinal(n)}`;
  const childName = `${pick(family, n)} ${pick(middle, n + 2)} ${pick(given, n)} ${ordinal(n)}`;
  const email = `nguoi-dan-${n}@example.vn`;
  const birthYear = 2026;
  return {
    childName,
    requesterName,
    email,
    pages: [
      {
        'requester.fullName': requesterName,
        'requester.birthDate.day': '12',
        'requester.birthDate.month': '8',
        'requester.birthDate.year': '1996',
        'requester.idType': 'citizenCard',
        'requester.idNumber': `010196${String(n).padStart(6, '0')}`,
        'requester.relation': 'mother',
        'requester.phone': `09120${String(n % 100_000).padStart(5, '0')}`,
        'requester.email': email,
      },
      {
        'child.fullName': childName,
        'child.birthDate.day': '5',
        'child.birthDate.month': '11',
        'child.birthDate.year': String(birthYear),
        'child.birthDateInWords': 'Ngày năm tháng mười một năm hai nghìn không trăm hai mươi sáu',
        'child.sex': n % 2 === 0 ? 'female' : 'male',
        'child.ethnicity': 'Mông',
        'child.nationality': 'Việt Nam',
        'child.birthPlace': 'Bệnh viện mẫu, tỉnh Lào Cai',
        'child.homeTown': 'Xã mẫu, tỉnh Lào Cai',
      },
      {
        'mother.fullName': requesterName,
        'mother.birthDate': '1996',
        'mother.ethnicity': 'Mông',
        'mother.nationality': 'Việt Nam',
      },
      {
        'father.fullName': `${pick(family, n + 1)} Văn ${pick(given, n + 5)}`,
        'father.birthDate': '5/3/1994',
        'father.ethnicity': 'Mông',
        'father.nationality': 'Việt Nam',
      },
      { 'marriage.number': String(10 + n), 'marriage.registeredAt': 'UBND xã mẫu' },
      papers === 'none'
        ? { electronicBirthNotice: 'yes', situation: 'usual', otherPapers: 'no' }
        : {
            electronicBirthNotice: 'no',
            situation: 'usual',
            otherPapers: 'no',
            paperBirthNotice: { name: 'giay-chung-sinh.jpg', type: 'image/jpeg', bytes: birthNotice },
          },
      { 'copies.wanted': 'no', resultDelivery: 'electronic', 'declaration.truthful': 'true' },
    ],
  };
}

/** Names hold letters only: 27 → "Ba By", so that every invented person is told from the others. */
function ordinal(n: number): string {
  const letters = 'BCDĐGHKLMN';
  return String(n)
    .split('')
    .map((digit) => `${letters[Number(digit)]}a`)
    .join(' ');
}
