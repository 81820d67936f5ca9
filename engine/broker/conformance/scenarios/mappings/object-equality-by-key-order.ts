import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'objects with another order of keys differ here',
  rule: 'The comparison is on the stored form.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        task('same', input('={a: 1, b: 2}', 'x')),
        task('other', input('={a: 1, b: 2}', 'y')),
        task('after'),
      ),
    );
    await z.create('p');
    await z.work('same', { x: { a: 1, b: 2 } });
    await z.work('other', { y: { b: 2, a: 1 } });
    z.equal((await z.job('after')).variables, { x: { a: 1, b: 2 } });
  },
};
