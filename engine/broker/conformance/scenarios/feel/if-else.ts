import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'if takes the else branch for anything but true',
  rule: 'Null and other types, too.',
  async run(z) {
    await z.deploy(
      line('p', script('s', '=[if true then 1 else 2, if null then 1 else 2, if 5 then 1 else 2]', 'r')),
    );
    z.equal(await z.result('p'), { r: [1, 2, 2] });
  },
};
