import { line, manualTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'create with result may narrow the variables',
  rule: 'Names that are not there are left out.',
  async run(z) {
    await z.deploy(line('p', manualTask('m')));
    z.equal(await z.result('p', { a: 1, b: 2, c: 3 }, { fetchVariables: ['c', 'a', 'zz'] }), { a: 1, c: 3 });
  },
};
