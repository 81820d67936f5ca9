/** E-mails on each change of a dossier, as data: Vietnamese first, English below; no personal data but what the reader needs. */

export interface MailText {
  readonly subject: string;
  /** Paragraphs; `{name}` is filled in. A paragraph with an unknown or empty value is left out. */
  readonly paragraphs: readonly string[];
  /** Text on the link to the tracking page. */
  readonly link: string;
}
export interface MailTemplate {
  readonly vi: MailText;
  readonly en: MailText;
}
export type MailKind = keyof typeof mailTemplates;
/** Values a template may use; dates as the reader reads them, `dd/MM/yyyy HH:mm`. */
export interface MailFacts {
  /** Mã hồ sơ, or the reference until the code is issued. */
  readonly code: string;
  readonly procedureName: { readonly vi: string; readonly en: string };
  readonly unitName: { readonly vi: string; readonly en: string };
  /** Address of the tracking page. */
  readonly trackingUrl: string;
  readonly dueDate?: string;
  readonly answerBy?: string;
  readonly reason?: string;
  readonly pin?: string;
  /** Whom to call: a telephone number. */
  readonly phone?: string;
}

export const mailTemplates = {
  submitted: {
    vi: {
      subject: 'Đã nhận được hồ sơ {code}',
      paragraphs: [
        'Chúng tôi đã nhận được hồ sơ “{procedureName}” của Ông/Bà, gửi {unitName}.',
        'Mã tra cứu: {code}. Mã PIN: {pin}. Ông/Bà giữ hai mã này để xem hồ sơ, không đưa cho người khác.',
        'Bước tiếp theo: cán bộ một cửa kiểm tra hồ sơ rồi báo Ông/Bà ngày hẹn trả kết quả.',
      ],
      link: 'Xem hồ sơ',
    },
    en: {
      subject: 'Dossier {code} received online',
      paragraphs: [
        'We have your application “{procedureName}” to {unitName}.',
        'Reference: {code}. PIN: {pin}. Keep both to follow your dossier and do not share them.',
        'Next, a clerk checks the dossier and tells you the date of the result.',
      ],
      link: 'Follow the dossier',
    },
  },
  accepted: {
    vi: {
      subject: 'Hồ sơ {code} đã được tiếp nhận, hẹn trả {dueDate}',
      paragraphs: [
        '{unitName} đã tiếp nhận hồ sơ “{procedureName}” của Ông/Bà.',
        'Mã hồ sơ: {code}. Hẹn trả kết quả: {dueDate}.',
        'Ông/Bà chưa phải làm gì thêm. Giấy tiếp nhận hồ sơ và hẹn trả kết quả có ở trang theo dõi.',
      ],
      link: 'Xem hồ sơ và giấy hẹn',
    },
    en: {
      subject: 'Dossier {code} accepted, result due {dueDate}',
      paragraphs: [
        '{unitName} has accepted your application “{procedureName}”.',
        'Dossier code: {code}. Result due: {dueDate}.',
        'There is nothing you have to do now. The receipt is on the tracking page.',
      ],
      link: 'See dossier and receipt',
    },
  },
  supplementAsked: {
    vi: {
      subject: 'Hồ sơ {code} cần bổ sung',
      paragraphs: [
        'Hồ sơ “{procedureName}” của Ông/Bà còn thiếu hoặc chưa đúng.',
        'Cần bổ sung: {reason}',
        'Ông/Bà bổ sung trước {answerBy}.',
        'Thời gian chờ bổ sung không tính vào thời hạn giải quyết.',
      ],
      link: 'Bổ sung hồ sơ',
    },
    en: {
      subject: 'Dossier {code}: please add what is missing',
      paragraphs: [
        'Something is missing or not right in your application “{procedureName}”.',
        'Please add: {reason}',
        'Please answer before {answerBy}.',
        'The time until you answer does not count towards the due date.',
      ],
      link: 'Complete the dossier',
    },
  },
  draftToConfirm: {
    vi: {
      subject: 'Hồ sơ {code}: xin xác nhận bản nháp kết quả',
      paragraphs: [
        'Bản nháp kết quả “{procedureName}” đã có. Ông/Bà đọc kỹ rồi xác nhận, hoặc báo chỗ sai.',
        'Nếu đến {answerBy} chưa có trả lời, bản nháp được coi là đúng và được trình ký.',
      ],
      link: 'Xem và xác nhận bản nháp',
    },
    en: {
      subject: 'Dossier {code}: please confirm the draft result',
      paragraphs: [
        'The draft result of “{procedureName}” is ready. Please read it, then confirm it or report what is wrong.',
        'Without an answer by {answerBy} the draft counts as correct and goes to signature.',
      ],
      link: 'Read and confirm the draft',
    },
  },
  returned: {
    vi: {
      subject: 'Hồ sơ {code} đã có kết quả',
      paragraphs: [
        'Kết quả “{procedureName}” của Ông/Bà đã được ký số và trả.',
        'Ông/Bà tải kết quả ở trang theo dõi. Bản điện tử có giá trị pháp lý như bản giấy.',
      ],
      link: 'Nhận kết quả',
    },
    en: {
      subject: 'Dossier {code}: your result is ready',
      paragraphs: [
        'The result of “{procedureName}” has been digitally signed and returned.',
        'Download it from the tracking page. The electronic copy is as valid as paper.',
      ],
      link: 'Get the result',
    },
  },
  refused: {
    vi: {
      subject: 'Hồ sơ {code} không được tiếp nhận, giải quyết',
      paragraphs: [
        'Rất tiếc, {unitName} không thể giải quyết hồ sơ “{procedureName}” của Ông/Bà.',
        'Lý do: {reason}',
        'Thông báo có chữ ký ở trang theo dõi. Ông/Bà có thể nộp lại khi đã đủ điều kiện, hoặc khiếu nại theo quy định.',
      ],
      link: 'Xem thông báo',
    },
    en: {
      subject: 'Dossier {code} could not be accepted',
      paragraphs: [
        'We are sorry: {unitName} cannot process your application “{procedureName}”.',
        'Reason: {reason}',
        'The signed notice is on the tracking page. You may apply again once the conditions are met, or lodge a complaint.',
      ],
      link: 'See the notice',
    },
  },
  withdrawn: {
    vi: {
      subject: 'Hồ sơ {code} đã được rút',
      paragraphs: [
        'Hồ sơ “{procedureName}” đã được rút theo yêu cầu của Ông/Bà và không giải quyết tiếp.',
        'Nếu Ông/Bà không yêu cầu rút, xin gọi {phone}.',
      ],
      link: 'Xem hồ sơ',
    },
    en: {
      subject: 'Dossier {code} withdrawn',
      paragraphs: [
        'The application “{procedureName}” has been withdrawn as you asked and goes no further.',
        'If you did not ask for this, please call {phone}.',
      ],
      link: 'See the dossier',
    },
  },
  verificationLate: {
    vi: {
      subject: 'Hồ sơ {code}: đang chờ xác minh',
      paragraphs: [
        'Hồ sơ “{procedureName}” của Ông/Bà đang chờ xã, phường khác trả lời xác minh, nay đã quá thời hạn trả lời.',
        '{unitName} đang đôn đốc. Ông/Bà chưa phải làm gì thêm.',
      ],
      link: 'Xem hồ sơ',
    },
    en: {
      subject: 'Dossier {code}: waiting for a verification',
      paragraphs: [
        'Your application “{procedureName}” waits for another commune, whose answer is overdue.',
        '{unitName} is pressing for it. You need not do anything.',
      ],
      link: 'See the dossier',
    },
  },
  delayed: {
    vi: {
      subject: 'Hồ sơ {code}: xin lỗi vì chậm, hẹn lại {dueDate}',
      paragraphs: [
        '{unitName} xin lỗi Ông/Bà: hồ sơ “{procedureName}” chưa xong đúng hẹn.',
        'Lý do: {reason}',
        'Hẹn trả kết quả mới: {dueDate}.',
      ],
      link: 'Xem hồ sơ',
    },
    en: {
      subject: 'Dossier {code}: delayed, new date {dueDate}',
      paragraphs: [
        '{unitName} apologises: your application “{procedureName}” is not finished as promised.',
        'Reason: {reason}',
        'New date of the result: {dueDate}.',
      ],
      link: 'See the dossier',
    },
  },
} as const satisfies Readonly<Record<string, MailTemplate>>;

/** Where the mail says it comes from, and that nobody reads answers to it. */
export const mailFooter = {
  vi: 'Thư gửi tự động, xin không trả lời. Cần hỏi thêm, Ông/Bà gọi {phone}.',
  en: 'Sent automatically, please do not answer. Questions: call {phone}.',
} as const;
