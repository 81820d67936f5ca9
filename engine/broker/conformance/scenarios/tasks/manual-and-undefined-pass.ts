import { line, manualTask, plainTask, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'manual and undefined tasks are passed at once',
  rule: 'They make no job.',
  async run(z) {
    await z.deploy(line('p', manualTask('m'), plainTask('t'), task('after')));
    await z.create('p', { a: 1 });
    z.equal((await z.job('after')).variables, { a: 1 });
  },
};
