import { catching, flow, link, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a link catch event with an incoming flow passes',
  rule: 'It waits for nothing.',
  async run(z) {
    await z.deploy(process('p', start(), catching('c', link('L')), task('after'), flow('start > c > after')));
    await z.create('p');
    await z.job('after');
  },
};
