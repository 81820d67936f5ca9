import { boundary, error, flow, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'output mappings of the boundary event take variables of an error along',
  rule: 'Only their results go up.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', error('E'), output('=why', 'reason')),
        task('handle'),
        flow('start > work'),
        flow('b > handle'),
      ),
    );
    await z.create('p', { a: 1 });
    await z.throwError(await z.job('work'), 'E', { a: 2, why: 'x' });
    z.equal((await z.job('handle')).variables, { a: 1, reason: 'x' });
  },
};
