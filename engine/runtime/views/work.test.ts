import { expect, test } from 'vitest';
import type { RecordedEvent } from '../events/types.ts';
import type { ProcedurePackage } from '../package/schema.ts';
import { workDone } from './work.ts';

const source = {
  package: {
    tasks: {
      examination: {
        name: { vi: 'Thẩm tra', en: 'Examination' },
        form: 'examination',
        actions: [{ id: 'a', label: { vi: 'Đủ', en: 'Met' }, reasons: [] }],
      },
      supplement: { name: { vi: 'Bổ sung', en: 'Supplement' }, form: 'supplement', actions: [] },
      verification: { name: { vi: 'Xác minh', en: 'Verification' }, form: 'verification', actions: [] },
      refusal: {
        name: { vi: 'Từ chối', en: 'Refusal' },
        form: 'refusal',
        actions: [
          {
            id: 'a',
            label: { vi: 'Trả lại', en: 'Send back' },
            reasons: [{ vi: 'Cần hỏi thêm', en: 'Ask again' }],
          },
        ],
      },
    },
  } as unknown as ProcedurePackage,
  form: (key: string): unknown =>
    ({ examination: { components: [] }, supplement: {}, verification: {} })[key],
};
const done = (
  elementId: string,
  kind: 'official' | 'applicant',
  data: object,
  seq: number,
  words: { reasons: readonly string[]; note: string | null } = { reasons: [], note: null },
): RecordedEvent =>
  ({
    seq,
    type: 'task.done',
    at: `2026-11-22T0${seq}:00:00.000Z`,
    actor: { kind, id: 'x', name: `Người ${seq}`, unitId: null },
    data: { taskId: 't', elementId, action: 'a', data, ...words, closesWithdrawal: false },
  }) as unknown as RecordedEvent;

const submitted = {
  seq: 0,
  type: 'dossier.submitted',
  at: '2026-11-22T00:00:00.000Z',
  actor: { kind: 'applicant', id: null, name: 'Người nộp', unitId: null },
  data: { data: { child: 'riêng' } },
} as unknown as RecordedEvent;

test('newest per step, of the applicant only what the application does not show, nothing empty', () => {
  const work = workDone(
    [
      submitted,
      done('examination', 'official', { opinion: 'cũ' }, 1),
      done('supplement', 'applicant', { child: 'riêng' }, 2),
      done('verification', 'official', {}, 3),
      done('examination', 'official', { opinion: 'mới' }, 4),
      done('khongCo', 'official', { x: 1 }, 5),
    ],
    source,
  );
  expect(work.map(({ elementId, who, data }) => ({ elementId, who, data }))).toEqual([
    { elementId: 'examination', who: 'Người 4', data: { opinion: 'mới' } },
  ]);
});

test('words stand also without entries: why it was sent back, what the applicant explains', () => {
  const work = workDone(
    [
      submitted,
      done('refusal', 'official', {}, 1, { reasons: ['Cần hỏi thêm'], note: 'gọi điện' }),
      done('supplement', 'applicant', { child: 'riêng', supplementNote: 'đã sửa' }, 2),
    ],
    source,
  );
  expect(work).toMatchObject([
    {
      decision: { vi: 'Trả lại', en: 'Send back' },
      words: { vi: 'Cần hỏi thêm; gọi điện', en: 'Ask again; gọi điện' },
      form: null,
    },
    { words: null, data: { supplementNote: 'đã sửa' }, form: {} },
  ]);
  expect(work[1]?.data).not.toHaveProperty('child');
});
