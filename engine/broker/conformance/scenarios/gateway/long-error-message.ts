import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a long error message is cut',
  rule: 'Failing with 20 000 characters is accepted.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    await z.fail(await z.job('work'), { retries: 1, errorMessage: 'x'.repeat(20_000) });
    await z.job('work');
  },
};
