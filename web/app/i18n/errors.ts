/** What went wrong, why, what to do now, whom to call. */
import { catalogue } from './translate.ts';

export const errors = catalogue(
  {
    '400.title': 'Yêu cầu không đọc được',
    '400.text':
      'Dữ liệu gửi đến bị đứt quãng trên đường truyền. Xin Ông/Bà quay lại trang trước và gửi lần nữa.',
    '403.title': 'Trang này không mở cho Ông/Bà',
    '403.text':
      'Tài khoản hoặc phiên đang dùng không được xem nội dung này. Nếu cần xem, xin liên hệ nơi giải quyết hồ sơ.',
    'csrf.title': 'Trang đã mở quá lâu',
    'csrf.text':
      'Để bảo vệ thông tin của Ông/Bà, trang để lâu không gửi được nữa. Xin quay lại trang trước, tải lại trang rồi gửi lần nữa. Những gì đã lưu vẫn còn.',
    '404.title': 'Không tìm thấy trang',
    '404.text':
      'Địa chỉ có thể gõ thiếu, hoặc trang đã được chuyển đi nơi khác. Xin Ông/Bà đi tiếp từ các nút dưới đây.',
    '409.title': 'Việc này đã có người làm trước',
    '409.text':
      'Trong lúc Ông/Bà đang mở trang, hồ sơ đã thay đổi. Xin mở lại hồ sơ để xem tình hình mới nhất.',
    '413.title': 'Tệp quá lớn',
    '413.text':
      'Tổng dung lượng gửi lên vượt mức cho phép. Xin chọn tệp nhỏ hơn, hoặc chụp lại với chất lượng thấp hơn, rồi thử lại. Những gì đã khai ở các trang trước vẫn còn.',
    '422.title': 'Thông tin chưa hợp lệ',
    '422.text': 'Có thông tin chưa đúng nên chưa thực hiện được. Xin quay lại trang trước để kiểm tra.',
    '429.title': 'Xin chờ một chút',
    '429.text':
      'Có quá nhiều lần thử trong thời gian ngắn. Để bảo vệ hồ sơ, xin Ông/Bà chờ vài phút rồi thử lại.',
    '500.title': 'Có lỗi từ phía chúng tôi',
    '500.text':
      'Việc Ông/Bà vừa làm chưa hoàn tất. Thông tin đã lưu trước đó vẫn còn. Xin thử lại sau ít phút; nếu vẫn lỗi, xin gọi hỗ trợ và đọc mã lỗi dưới đây.',
    '503.title': 'Cổng đang tạm nghỉ',
    '503.text':
      'Hệ thống lưu trữ tạm thời không trả lời. Không có việc nào bị làm dở. Xin Ông/Bà thử lại sau ít phút.',
    code: 'Mã lỗi',
    help: 'Khi gọi hỗ trợ, xin đọc mã này.',
    back: 'Quay lại trang đang khai',
    again: 'Thử lại',
    findProcedure: 'Tìm thủ tục',
    track: 'Tra cứu hồ sơ',
    goHome: 'Về trang chủ',
  },
  {
    '400.title': 'The request could not be read',
    '400.text': 'The data was cut off on its way. Please go back and send it again.',
    '403.title': 'This page is not open to you',
    '403.text':
      'Your account or session may not see this. If you need it, please contact the office that handles the application.',
    'csrf.title': 'The page was open for too long',
    'csrf.text':
      'To protect your information, a page that was left open cannot be sent any more. Please go back, reload the page and send it again. What was saved is kept.',
    '404.title': 'Page not found',
    '404.text': 'The address may be incomplete or the page may have moved. Please go on from below.',
    '409.title': 'Somebody has done this already',
    '409.text':
      'The application changed while you had the page open. Please open it again to see how things stand.',
    '413.title': 'The file is too large',
    '413.text':
      'What you sent is larger than allowed. Please choose a smaller file, or take the picture at a lower quality, and try again. What you entered on earlier pages is kept.',
    '422.title': 'The information is not valid',
    '422.text': 'Some information is not right, so nothing was done. Please go back and check it.',
    '429.title': 'Please wait a moment',
    '429.text':
      'There were too many attempts in a short time. To protect applications, please wait a few minutes and try again.',
    '500.title': 'Something went wrong on our side',
    '500.text':
      'What you just did was not finished. What was saved before is kept. Please try again in a few minutes; if it fails again, call support and read out the code below.',
    '503.title': 'The portal is resting',
    '503.text':
      'The data store does not answer at the moment. Nothing was left half done. Please try again in a few minutes.',
    code: 'Error code',
    help: 'Please have this code at hand when you call support.',
    back: 'Back to the page you were on',
    again: 'Try again',
    findProcedure: 'Find a procedure',
    track: 'Track an application',
    goHome: 'Go to the home page',
  },
);
