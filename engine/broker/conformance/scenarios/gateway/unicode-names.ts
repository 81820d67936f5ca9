import { catching, job, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'names may be in any script',
  rule: 'Process ids may not begin with a digit, job types and messages may be anything.',
  async run(z) {
    await z.deploy(
      line('p', task('a', job('Thụ lý hồ sơ')), catching('c', message('Đã nộp phí', '=mã')), task('b')),
    );
    await z.create('p', { mã: 'Số 1' });
    await z.work('Thụ lý hồ sơ');
    await z.publish('Đã nộp phí', 'Số 1', { ttl: 10_000 });
    z.equal((await z.job('b')).variables, { mã: 'Số 1' });
  },
};
