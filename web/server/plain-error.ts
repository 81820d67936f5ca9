/** The page shown where the page renderer cannot answer, and for failed downloads: no assets, no data, only words. */
import type { Response } from 'express';

const words: Record<number, readonly [string, string]> = {
  400: ['Yêu cầu không đọc được', 'Xin Ông/Bà quay lại trang trước và thử lại.'],
  403: ['Trang này không mở cho Ông/Bà', 'Nếu cần xem, xin liên hệ nơi giải quyết hồ sơ.'],
  404: ['Không tìm thấy', 'Địa chỉ này không có trên Cổng. Xin Ông/Bà kiểm tra lại.'],
  413: ['Dữ liệu gửi lên quá lớn', 'Xin Ông/Bà gửi tệp nhỏ hơn.'],
  503: ['Cổng đang tạm nghỉ', 'Không có việc nào bị làm dở. Xin Ông/Bà thử lại sau ít phút.'],
};
const fallback = [
  'Có lỗi từ phía chúng tôi',
  'Xin Ông/Bà thử lại sau ít phút. Thông tin đã lưu trước đó vẫn còn.',
] as const;

/** Answers with the page; the correlation id comes from `res.locals`. */
export function sendPlainError(res: Response, status: number): void {
  res
    .set('Content-Security-Policy', "default-src 'none'")
    .status(status)
    .type('html')
    .send(plainErrorPage(status, res.locals.correlationId));
}

/** HTML of the page; `code` is the correlation id support can look up. */
export function plainErrorPage(status: number, code: string): string {
  const [title, text] = words[status] ?? fallback;
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p><p>Mã lỗi: ${code}</p><p><a href="/">Về trang chủ</a></p></html>`;
}
