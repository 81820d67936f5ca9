import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a completion variable equal to the local one travels on to the root',
  rule: 'Only a differing value is consumed by the local variable of that name.',
  async run(z) {
    await z.deploy(line('p', task('work'), task('next')));
    await z.create('p');
    await z.fail(await z.job('work'), { retries: 1, variables: { a: 2 } });
    await z.complete(await z.job('work'), { a: 2 });
    z.equal((await z.job('next')).variables, { a: 2 });
  },
};
