import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'whole results beyond 64 bits wrap',
  rule: 'As integers of the platform do.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=10**22', 'a'))));
    await z.create('p');
    z.equal((await z.job('work')).text, '{"a":1864712049423024128}');
  },
};
