import { exclusive, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a gateway with one unconditional flow passes',
  rule: 'It is a merge: every token that comes goes on.',
  async run(z) {
    await z.deploy(process('p', start(), exclusive('g'), task('a'), flow('start > g > a')));
    await z.create('p');
    await z.work('a');
  },
};
