import { boundary, error, flow, job, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a boundary event may fork',
  rule: 'All flows are taken, the last in the document first.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', error('E')),
        task('x', job('both')),
        task('y', job('both')),
        flow('start > work'),
        flow('b > x'),
        flow('b > y'),
      ),
    );
    await z.create('p');
    await z.throwError(await z.job('work'), 'E');
    z.equal(
      (await z.jobs('both', 2)).map(({ elementId }) => elementId),
      ['y', 'x'],
    );
  },
};
