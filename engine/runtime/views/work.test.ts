import { expect, test } from 'vitest';
import type { RecordedEvent } from '../events/types.ts';
import type { ProcedurePackage } from '../package/schema.ts';
import { workDone } from './work.ts';

const source = {
  package: {
    tasks: {
      examination: { name: { vi: 'Thẩm tra', en: 'Examination' }, form: 'examination' },
      supplement: { name: { vi: 'Bổ sung', en: 'Supplement' }, form: 'supplement' },
      verification: { name: { vi: 'Xác minh', en: 'Verification' }, form: 'verification' },
    },
  } as unknown as ProcedurePackage,
  forms: { examination: { components: [] }, supplement: {}, verification: {} },
};
const done = (elementId: string, kind: 'official' | 'applicant', data: object, seq: number): RecordedEvent =>
  ({
    seq,
    type: 'task.done',
    at: `2026-11-22T0${seq}:00:00.000Z`,
    actor: { kind, id: 'x', name: `Người ${seq}`, unitId: null },
    data: { taskId: 't', elementId, action: 'a', data, reasons: [], note: null, closesWithdrawal: false },
  }) as unknown as RecordedEvent;

test('newest per step, officials only, nothing empty', () => {
  const work = workDone(
    [
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
