import { flow, job, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a fork takes its flows in reverse order of the document',
  rule: 'So the branch last in the document has the oldest job.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        parallel('g'),
        task('a', job('t')),
        task('b', job('t')),
        task('c', job('t')),
        flow('start > g'),
        flow('g > a'),
        flow('g > c'),
        flow('g > b'),
      ),
    );
    await z.create('p');
    z.equal(
      (await z.jobs('t', 3)).map(({ elementId }) => elementId),
      ['b', 'c', 'a'],
    );
  },
};
