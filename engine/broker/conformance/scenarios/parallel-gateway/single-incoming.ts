import { flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a parallel gateway with one incoming flow only forks',
  rule: 'It does not wait.',
  async run(z) {
    await z.deploy(process('p', start(), parallel('g'), task('a'), flow('start > g > a')));
    await z.create('p');
    await z.work('a');
  },
};
