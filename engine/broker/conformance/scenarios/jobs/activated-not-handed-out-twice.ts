import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an activated job is not handed out again before its time-out',
  rule: 'While a worker holds a job nobody else gets it.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    await z.job('work');
    await z.noJob('work');
  },
};
