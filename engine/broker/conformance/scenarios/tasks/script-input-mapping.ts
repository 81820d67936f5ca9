import { input, line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a script task sees its input mappings',
  rule: 'Inputs are local; a result of the same name that differs stays local, too.',
  async run(z) {
    await z.deploy(
      line('p', script('s', '=b * 2', 'c', input('=a', 'b')), script('s2', '=5', 'd', input('=a', 'd'))),
    );
    z.equal(await z.result('p', { a: 4 }), { a: 4, c: 8 });
  },
};
