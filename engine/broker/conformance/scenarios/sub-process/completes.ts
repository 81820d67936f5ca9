import { flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sub-process completes with its last branch',
  rule: 'Then the flow goes on.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), task('a'), task('b'), flow('s > a'), flow('s > b')),
        task('after'),
        flow('start > sp > after'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    await z.noJob('after');
    await z.work('b');
    await z.work('after');
    await z.ended(instance);
  },
};
