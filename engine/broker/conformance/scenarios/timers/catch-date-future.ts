import { catching, date, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a date in the future is waited for',
  rule: 'The instance stays until then.',
  async run(z) {
    await z.deploy(line('p', catching('a', date('=now() + duration("PT1S")')), task('after')));
    const instance = await z.create('p');
    await z.running(instance);
    await z.work('after');
    await z.ended(instance);
  },
};
