/** What validation says: what is wrong and what to do, in both languages. No blame, no technical word. */
import type { Locale } from '../types.ts';

type Text = (label: string, ...details: readonly string[]) => { readonly vi: string; readonly en: string };

const MESSAGES = {
  required: (label) => ({ vi: `Chưa nhập “${label}”.`, en: `Enter "${label}".` }),
  requiredChoice: (label) => ({
    vi: `Chưa chọn “${label}”. Hãy chọn một mục.`,
    en: `Choose an option for "${label}".`,
  }),
  requiredChoices: (label) => ({
    vi: `Chưa chọn “${label}”. Hãy chọn ít nhất một mục.`,
    en: `Choose at least one option for "${label}".`,
  }),
  requiredTick: (label) => ({
    vi: `Chưa đánh dấu “${label}”. Hãy đánh dấu vào ô nếu đồng ý.`,
    en: `Tick "${label}" to go on.`,
  }),
  requiredDate: (label, example) => ({
    vi: `Chưa nhập “${label}”. Hãy nhập ngày, tháng, năm, ví dụ ${example}.`,
    en: `Enter "${label}": day, month and year, for example ${example}.`,
  }),
  requiredFile: (label) => ({
    vi: `Chưa có tệp “${label}”. Hãy chọn tệp ảnh chụp hoặc bản quét rồi tải lên.`,
    en: `Add a file for "${label}": a photograph or a scan.`,
  }),
  requiredAddress: (label) => ({
    vi: `Chưa nhập “${label}”. Hãy chọn tỉnh, xã và ghi số nhà, thôn, tổ dân phố.`,
    en: `Enter "${label}": province, commune and house, village or street.`,
  }),
  province: (label) => ({
    vi: `“${label}” chưa có tỉnh, thành phố. Hãy chọn trong danh sách.`,
    en: `Choose the province of "${label}" from the list.`,
  }),
  commune: (label) => ({
    vi: `“${label}” chưa có xã, phường. Hãy chọn trong danh sách của tỉnh đã chọn.`,
    en: `Choose the commune of "${label}" from the list of the chosen province.`,
  }),
  tooShort: (label, least, found) => ({
    vi: `“${label}” cần ít nhất ${least} ký tự, hiện có ${found}. Hãy nhập đủ.`,
    en: `"${label}" needs at least ${least} characters and has ${found}.`,
  }),
  tooLong: (label, most, found) => ({
    vi: `“${label}” chỉ được tối đa ${most} ký tự, hiện có ${found}. Hãy viết ngắn lại.`,
    en: `"${label}" may have at most ${most} characters and has ${found}. Shorten it.`,
  }),
  pattern: (label) => ({
    vi: `“${label}” chưa đúng dạng. Hãy xem hướng dẫn dưới nhãn và nhập lại.`,
    en: `"${label}" does not have the expected form. See the hint and correct it.`,
  }),
  personName: (label) => ({
    vi: `“${label}” chỉ gồm chữ cái, dấu cách, dấu nháy và gạch nối. Hãy bỏ số và ký hiệu khác.`,
    en: `"${label}" may hold letters, spaces, apostrophes and hyphens only.`,
  }),
  email: (label) => ({
    vi: `“${label}” chưa đúng dạng địa chỉ thư điện tử, ví dụ ten@example.vn. Hãy kiểm tra lại.`,
    en: `"${label}" is not an e-mail address such as name@example.vn. Check it.`,
  }),
  phone: (label) => ({
    vi: `“${label}” chưa đúng. Số di động có 10 chữ số, ví dụ 0912 345 678; số ở nước ngoài bắt đầu bằng dấu +.`,
    en: `"${label}" is not a telephone number. Mobile numbers have 10 digits, e.g. 0912 345 678; numbers abroad start with +.`,
  }),
  number: (label) => ({
    vi: `“${label}” phải là số. Hãy chỉ nhập chữ số.`,
    en: `"${label}" must be a number.`,
  }),
  integer: (label) => ({
    vi: `“${label}” phải là số nguyên, không có phần lẻ.`,
    en: `"${label}" must be a whole number.`,
  }),
  min: (label, least) => ({
    vi: `“${label}” phải từ ${least} trở lên. Hãy nhập lại.`,
    en: `"${label}" must be ${least} or more.`,
  }),
  max: (label, most) => ({
    vi: `“${label}” không được quá ${most}. Hãy nhập lại.`,
    en: `"${label}" must be ${most} or less.`,
  }),
  choice: (label) => ({
    vi: `Mục đã chọn ở “${label}” không có trong danh sách. Hãy chọn lại.`,
    en: `The option chosen for "${label}" is not in the list. Choose again.`,
  }),
  datePart: (label, missing) => ({
    vi: `“${label}” còn thiếu ${missing}. Hãy nhập đủ.`,
    en: `"${label}" lacks the ${missing}.`,
  }),
  date: (label, example) => ({
    vi: `“${label}” chưa đúng. Hãy nhập ngày, tháng, năm, ví dụ ${example}.`,
    en: `"${label}" is not a date. Enter day, month and year, for example ${example}.`,
  }),
  noSuchDay: (label, shown) => ({
    vi: `“${label}”: không có ngày ${shown}. Hãy kiểm tra ngày và tháng.`,
    en: `"${label}": there is no ${shown}. Check day and month.`,
  }),
  yearDigits: (label) => ({
    vi: `“${label}”: hãy nhập năm đủ bốn chữ số, ví dụ 1990.`,
    en: `"${label}": enter the year with four digits, for example 1990.`,
  }),
  dateMin: (label, least) => ({
    vi: `“${label}” phải từ ngày ${least} trở đi. Hãy kiểm tra lại.`,
    en: `"${label}" must be ${least} or later.`,
  }),
  dateMax: (label, most) => ({
    vi: `“${label}” không được sau ngày ${most}. Hãy kiểm tra lại.`,
    en: `"${label}" must not be after ${most}.`,
  }),
  dateFuture: (label, today) => ({
    vi: `“${label}” không được sau hôm nay (${today}). Hãy kiểm tra lại.`,
    en: `"${label}" must not be after today (${today}).`,
  }),
  idDigits: (label, found) => ({
    vi: `“${label}” phải có đúng 12 chữ số, hiện có ${found}. Hãy nhập đúng như trên thẻ căn cước.`,
    en: `"${label}" must have exactly 12 digits and has ${found}. Copy it from the identity card.`,
  }),
  idProvince: (label, digits) => ({
    vi: `“${label}” chưa đúng: ba số đầu (${digits}) không phải mã tỉnh. Hãy kiểm tra từng chữ số.`,
    en: `"${label}" is not right: the first three digits (${digits}) are no province code. Check each digit.`,
  }),
  idYear: (label, year) => ({
    vi: `“${label}” chưa đúng: số thứ tư đến thứ sáu cho năm sinh ${year}, là năm chưa tới. Hãy kiểm tra từng chữ số.`,
    en: `"${label}" is not right: digits four to six give the birth year ${year}, which has not come. Check each digit.`,
  }),
  idBirthDate: (label, year, other) => ({
    vi: `“${label}” cho năm sinh ${year}, khác với năm ${other} đã nhập. Hãy kiểm tra cả hai chỗ.`,
    en: `"${label}" gives the birth year ${year}, but ${other} was entered. Check both.`,
  }),
  idSex: (label) => ({
    vi: `“${label}” (số thứ tư) không khớp với giới tính đã chọn. Hãy kiểm tra cả hai chỗ.`,
    en: `"${label}" (fourth digit) does not match the chosen sex. Check both.`,
  }),
  fileOne: (label) => ({
    vi: `“${label}” chỉ nhận một tệp. Hãy bỏ bớt tệp.`,
    en: `"${label}" takes one file. Remove the others.`,
  }),
  fileType: (label, name, accept) => ({
    vi: `Tệp “${name}” ở “${label}” không đúng loại. Hãy dùng tệp ${accept}.`,
    en: `File "${name}" in "${label}" is of the wrong type. Use ${accept}.`,
  }),
  fileSize: (label, name, size, most) => ({
    vi: `Tệp “${name}” ở “${label}” lớn ${size}, tối đa ${most}. Hãy chụp lại ở độ phân giải thấp hơn hoặc chia nhỏ.`,
    en: `File "${name}" in "${label}" has ${size}; the most is ${most}. Use a lower resolution or split it.`,
  }),
  rowsMin: (label, least) => ({
    vi: `“${label}” cần ít nhất ${least} dòng. Hãy thêm dòng.`,
    en: `"${label}" needs at least ${least} rows. Add rows.`,
  }),
  rowsMax: (label, most) => ({
    vi: `“${label}” chỉ được tối đa ${most} dòng. Hãy bớt dòng.`,
    en: `"${label}" may have at most ${most} rows. Remove rows.`,
  }),
} satisfies Record<string, Text>;

export type MessageKey = keyof typeof MESSAGES;

/** The sentence for one mistake in one language. */
export function message(
  locale: Locale,
  key: MessageKey,
  label: string,
  ...details: readonly string[]
): string {
  const text: Text = MESSAGES[key];
  return text(label, ...details)[locale];
}
