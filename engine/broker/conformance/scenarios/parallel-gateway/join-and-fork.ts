import { flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a gateway may join and fork at once',
  rule: 'All incoming, then all outgoing flows.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        task('b'),
        parallel('g'),
        task('c'),
        task('d'),
        flow('start > a > g'),
        flow('start > b > g'),
        flow('g > c'),
        flow('g > d'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    await z.work('b');
    await z.work('c');
    await z.work('d');
    await z.ended(instance);
  },
};
