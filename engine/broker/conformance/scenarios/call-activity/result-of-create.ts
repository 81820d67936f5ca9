import { call, line, multi, output, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'CreateProcessInstanceWithResult waits for called instances',
  rule: 'The answer has what they gave.',
  async run(z) {
    const each = multi({ items: '=[1,2,3]', item: 'x', results: 'res', result: '=y' });
    const own = { propagateAllChildVariables: false };
    await z.deploy(
      line('c', script('s', '=x + 1', 'y')),
      line('p', call('a', 'c', own, output('=y', 'y'), each)),
    );
    z.equal(await z.result('p'), { y: 4, res: [2, 3, 4] });
  },
};
