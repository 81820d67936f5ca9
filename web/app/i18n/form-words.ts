/** Words around a form page, for citizens and officials alike. */
import { catalogue } from './translate.ts';

export const formWords = catalogue(
  {
    refused: 'Tệp “{name}” chưa được nhận. {reason}',
    saveAndContinue: 'Lưu và tiếp tục',
    moreQuestions:
      'Câu trả lời của Ông/Bà làm xuất hiện thêm câu hỏi bên dưới. Xin trả lời tiếp rồi bấm tiếp tục.',
  },
  {
    refused: 'The file “{name}” was not accepted. {reason}',
    saveAndContinue: 'Save and continue',
    moreQuestions: 'Your answer opened further questions below. Please answer them and continue.',
  },
);
