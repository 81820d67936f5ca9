import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance with one megabyte of variables runs',
  rule: 'The job carries all of it.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p', { a: 'x'.repeat(1_000_000) });
    z.equal((await z.work('work')).variables.a.length, 1_000_000);
    await z.ended(instance);
  },
};
