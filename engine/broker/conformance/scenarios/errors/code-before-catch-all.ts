import { boundary, error, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'in one scope the code goes before the catch-all',
  rule: 'Whatever their order in the document.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b1', 'work', error()),
        boundary('b2', 'work', error('E')),
        boundary('b3', 'work', error('F')),
        task('all'),
        task('e'),
        task('f'),
        flow('start > work'),
        flow('b1 > all'),
        flow('b2 > e'),
        flow('b3 > f'),
      ),
    );
    await z.create('p');
    await z.throwError(await z.job('work'), 'E');
    await z.job('e');
    await z.noJob('all');
  },
};
