import { call, input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the called process may be named by an expression',
  rule: 'It sees the input mappings.',
  async run(z) {
    await z.deploy(
      line('c', task('work')),
      line('p', call('a', '=which', input('=name', 'which')), task('after')),
    );
    await z.create('p', { name: z.name('c') });
    z.equal((await z.work('work')).bpmnProcessId, 'c');
    await z.job('after');
  },
};
