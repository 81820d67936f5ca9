import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an object keeps the order of its keys',
  rule: 'Inside a variable nothing is sorted.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.call('CreateProcessInstance', {
      bpmnProcessId: z.name('p'),
      version: -1,
      variables: '{"o":{"z":1,"a":{"y":1,"b":2}}}',
    });
    z.equal((await z.job('work')).text, '{"o":{"z":1,"a":{"y":1,"b":2}}}');
  },
};
