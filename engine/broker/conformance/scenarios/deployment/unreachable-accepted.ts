import { flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'unreachable elements are accepted',
  rule: 'They never run.',
  async run(z) {
    await z.deploy(process('p', start(), task('a'), task('island'), flow('start > a')));
    const instance = await z.create('p');
    await z.work('a');
    await z.ended(instance);
  },
};
