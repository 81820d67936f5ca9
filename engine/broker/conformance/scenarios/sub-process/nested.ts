import { flow, input, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'sub-processes nest',
  rule: 'Each scope has its own variables; a job sees all around it.',
  async run(z) {
    const inner = sub('in', input('=2', 'y'), start('s2'), task('work'), flow('s2 > work'));
    await z.deploy(
      process(
        'p',
        start(),
        sub('out', input('=1', 'x'), start('s1'), inner, flow('s1 > in')),
        flow('start > out'),
      ),
    );
    const instance = await z.create('p', { z: 3 });
    z.equal((await z.work('work')).variables, { y: 2, x: 1, z: 3 });
    await z.ended(instance);
  },
};
