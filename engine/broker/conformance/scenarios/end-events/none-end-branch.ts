import { end, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an end event ends its branch only',
  rule: 'The other branches go on.',
  async run(z) {
    await z.deploy(
      process('p', start(), task('a'), task('b'), end(), flow('start > a > end'), flow('start > b > end')),
    );
    const instance = await z.create('p');
    await z.work('a');
    await z.running(instance);
    await z.work('b');
    await z.ended(instance);
  },
};
