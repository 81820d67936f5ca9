import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an unknown function gives null',
  rule: 'With a warning.',
  async run(z) {
    await z.deploy(line('p', script('s', '=[nofun(1), abs("a"), uuid(), trim(" a ")]', 'r')));
    z.equal((await z.result('p')).r, [null, null, null, null]);
  },
};
