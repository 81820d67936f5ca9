import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: '1.0 is not equal to 1 here',
  rule: 'So the local variable swallows it.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=1', 'x')), task('after')));
    await z.create('p');
    const work = await z.job('work');
    await z.call('CompleteJob', { jobKey: work.key, variables: '{"x":1.0}' });
    z.equal((await z.job('after')).variables, {});
  },
};
