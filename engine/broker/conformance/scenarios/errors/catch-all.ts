import { boundary, error, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error event without a code catches all',
  rule: 'Any code will do.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', error()),
        task('handle'),
        flow('start > work'),
        flow('b > handle'),
      ),
    );
    await z.create('p');
    await z.throwError(await z.job('work'), 'anything');
    await z.job('handle');
  },
};
