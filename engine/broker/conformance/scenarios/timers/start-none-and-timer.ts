import { duration, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process may have a none start and a timer start',
  rule: 'Both start instances, each its own way.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        start('byTime', duration('PT1S')),
        task('a'),
        task('b'),
        flow('start > a'),
        flow('byTime > b'),
      ),
    );
    await z.create('p');
    await z.job('a');
    await z.job('b');
  },
};
