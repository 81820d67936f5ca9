/** Option lists a form can name by `properties.catalogue` instead of spelling them out. Values are what the data holds. */
import type { FormOption, Locale } from './types.ts';

/** 54 ethnic groups, QĐ 121-TCTK/PPCĐ (02/3/1979) in its order; value = name as the civil register prints it. */
const ETHNIC_GROUPS =
  'Kinh,Tày,Thái,Hoa,Khmer,Mường,Nùng,Mông,Dao,Gia Rai,Ngái,Ê Đê,Ba Na,Xơ Đăng,Sán Chay,Cơ Ho,Chăm,Sán Dìu,Hrê,Mnông,Raglay,Xtiêng,Bru-Vân Kiều,Thổ,Giáy,Cơ Tu,Gié Triêng,Mạ,Khơ Mú,Co,Tà Ôi,Chơ Ro,Kháng,Xinh Mun,Hà Nhì,Chu Ru,Lào,La Chí,La Ha,Phù Lá,La Hủ,Lự,Lô Lô,Chứt,Mảng,Pà Thẻn,Cơ Lao,Cống,Bố Y,Si La,Pu Péo,Brâu,Ơ Đu,Rơ Măm'.split(
    ',',
  );

const CATALOGUES: Readonly<
  Record<string, readonly { readonly value: string; readonly vi: string; readonly en: string }[]>
> = {
  ethnicGroups: ETHNIC_GROUPS.map((name) => ({ value: name, vi: name, en: name })),
  sexes: [
    { value: 'male', vi: 'Nam', en: 'Male' },
    { value: 'female', vi: 'Nữ', en: 'Female' },
  ],
  yesNo: [
    { value: 'yes', vi: 'Có', en: 'Yes' },
    { value: 'no', vi: 'Không', en: 'No' },
  ],
  idPapers: [
    { value: 'citizenCard', vi: 'Căn cước / Căn cước công dân', en: 'Citizen identity card' },
    { value: 'eId', vi: 'Căn cước điện tử', en: 'Electronic identity card' },
    { value: 'identityCertificate', vi: 'Giấy chứng nhận căn cước', en: 'Identity certificate' },
    { value: 'passport', vi: 'Hộ chiếu', en: 'Passport' },
    { value: 'other', vi: 'Giấy tờ khác có dán ảnh', en: 'Another paper with a photograph' },
  ],
  countries: [
    { value: 'Việt Nam', vi: 'Việt Nam', en: 'Viet Nam' },
    { value: 'Trung Quốc', vi: 'Trung Quốc', en: 'China' },
    { value: 'Lào', vi: 'Lào', en: 'Laos' },
    { value: 'Campuchia', vi: 'Campuchia', en: 'Cambodia' },
    { value: 'Thái Lan', vi: 'Thái Lan', en: 'Thailand' },
    { value: 'Hàn Quốc', vi: 'Hàn Quốc', en: 'South Korea' },
    { value: 'Nhật Bản', vi: 'Nhật Bản', en: 'Japan' },
    { value: 'Đài Loan (Trung Quốc)', vi: 'Đài Loan (Trung Quốc)', en: 'Taiwan (China)' },
    { value: 'Hoa Kỳ', vi: 'Hoa Kỳ', en: 'United States' },
    { value: 'Nga', vi: 'Nga', en: 'Russia' },
    { value: 'Đức', vi: 'Đức', en: 'Germany' },
    { value: 'Pháp', vi: 'Pháp', en: 'France' },
    { value: 'Anh', vi: 'Anh', en: 'United Kingdom' },
    { value: 'Úc', vi: 'Úc', en: 'Australia' },
    { value: 'Khác', vi: 'Nước khác', en: 'Another country' },
  ],
};

export const catalogueNames: readonly string[] = Object.keys(CATALOGUES);

/** Options of a catalogue in one language, or undefined for an unknown name. */
export function findCatalogue(name: string, locale: Locale): readonly FormOption[] | undefined {
  if (!Object.hasOwn(CATALOGUES, name)) return undefined;
  return CATALOGUES[name]?.map((option) => ({ value: option.value, label: option[locale] }));
}
