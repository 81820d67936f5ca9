import { line, multi, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'CreateProcessInstanceWithResult answers with the results of a loop',
  rule: 'They are variables of the instance.',
  async run(z) {
    const each = multi({ sequential: true, items: '=items', item: 'x', results: 'squares', result: '=y' });
    await z.deploy(line('p', script('w', '=x ** 2', 'y', each)));
    z.equal(await z.result('p', { items: [1, 2, 3] }, { fetchVariables: ['squares'] }), {
      squares: [1, 4, 9],
    });
  },
};
