import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance with more than two megabytes of variables is refused',
  rule: 'Its events together exceed what one command may write.',
  async run(z) {
    const variables = JSON.stringify({ a: 'x'.repeat(2_300_000) });
    await z.deploy(line('p', task('work')));
    await z.rejected(
      z.call('CreateProcessInstance', { bpmnProcessId: z.name('p'), version: -1, variables }),
      'UNKNOWN',
      '',
    );
  },
};
