import { end, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'jobs of several types in one instance are independent',
  rule: 'Each type has its own queue.',
  async run(z) {
    const nodes = [start(), task('a'), task('b'), end()];
    await z.deploy(process('p', ...nodes, flow('start > a > end'), flow('start > b > end')));
    const instance = await z.create('p');
    await z.work('b');
    await z.running(instance);
    await z.work('a');
    await z.ended(instance);
  },
};
