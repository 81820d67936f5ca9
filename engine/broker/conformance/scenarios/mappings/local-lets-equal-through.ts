import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a value equal to the local one travels up',
  rule: 'Only differing values are swallowed.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=1', 'x')), task('after')));
    await z.create('p');
    await z.work('work', { x: 1 });
    z.equal((await z.job('after')).variables, { x: 1 });
  },
};
