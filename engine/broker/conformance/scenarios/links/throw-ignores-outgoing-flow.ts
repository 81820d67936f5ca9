import { catching, flow, link, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a link throw event takes no outgoing flow',
  rule: 'It goes to its catch event only.',
  async run(z) {
    const nodes = [start(), throwing('t', link('L')), catching('c', link('L')), task('a'), task('b')];
    await z.deploy(process('p', ...nodes, flow('start > t > b'), flow('c > a')));
    await z.create('p');
    await z.job('a');
    await z.noJob('b');
  },
};
