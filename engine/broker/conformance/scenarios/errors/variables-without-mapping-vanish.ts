import { boundary, error, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'without output mappings the variables of an error vanish',
  rule: 'The handler sees the old values.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', error('E')),
        task('handle'),
        flow('start > work'),
        flow('b > handle'),
      ),
    );
    await z.create('p', { a: 1 });
    await z.throwError(await z.job('work'), 'E', { a: 2, why: 'x' });
    z.equal((await z.job('handle')).variables, { a: 1 });
  },
};
