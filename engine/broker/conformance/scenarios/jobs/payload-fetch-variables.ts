import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'fetchVariable narrows the variables of a job; absent names are left out',
  rule: 'Only the named variables come; a name that is not visible does not appear, not even as null.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p', { a: 1, b: null, c: 3 });
    z.equal((await z.job('work', { fetchVariable: ['b', 'zz', 'a'] })).variables, { a: 1, b: null });
  },
};
