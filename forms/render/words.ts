/** The few words the renderer itself says. */
import type { Locale } from '../types.ts';

const WORDS = {
  optional: { vi: '(không bắt buộc)', en: '(optional)' },
  error: { vi: 'Lỗi:', en: 'Error:' },
  choose: { vi: '– Chọn –', en: '– Choose –' },
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
  dateExample: { vi: 'Ví dụ: 5/3/2026', en: 'For example 5/3/2026' },
  partialDate: {
    vi: 'Không nhớ ngày, tháng thì chỉ cần ghi năm.',
    en: 'If day and month are not known, the year will do.',
  },
  idHint: { vi: '12 chữ số trên thẻ căn cước', en: '12 digits, from the identity card' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  commune: { vi: 'Xã, phường, đặc khu', en: 'Commune or ward' },
  detail: { vi: 'Số nhà, đường, thôn, tổ dân phố', en: 'House, street, village' },
  showCommunes: { vi: 'Hiện xã, phường của tỉnh đã chọn', en: 'Show communes of the chosen province' },
  addRow: { vi: 'Thêm dòng', en: 'Add a row' },
  removeRow: { vi: 'Xoá dòng', en: 'Remove row' },
  noRows: { vi: 'Chưa có dòng nào.', en: 'No rows yet.' },
  chooseFile: { vi: 'Chọn tệp', en: 'Choose a file' },
  replaceFile: { vi: 'Thay bằng tệp khác', en: 'Replace with another file' },
  addFile: { vi: 'Thêm tệp', en: 'Add a file' },
  removeFile: { vi: 'Xoá tệp', en: 'Remove' },
  fileLimits: { vi: 'Tệp {accept}, tối đa {size}', en: '{accept}, at most {size}' },
  fileLimitsMany: { vi: 'Tệp {accept}, mỗi tệp tối đa {size}', en: '{accept}, at most {size} each' },
  summaryOne: { vi: 'Có 1 chỗ cần sửa', en: 'There is 1 problem' },
  summaryMany: { vi: 'Có {count} chỗ cần sửa', en: 'There are {count} problems' },
  edit: { vi: 'Sửa', en: 'Edit' },
  empty: { vi: 'Không có', en: 'None' },
} as const;

/** A word of the renderer; `{name}` places are filled from `values`. */
export const word = (
  locale: Locale,
  key: keyof typeof WORDS,
  values: Readonly<Record<string, string | number>> = {},
): string => WORDS[key][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
