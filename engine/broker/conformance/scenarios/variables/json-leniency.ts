import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'single quotes are accepted, and what follows the first value is ignored',
  rule: 'The parser is lenient there.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.call('CreateProcessInstance', {
      bpmnProcessId: z.name('p'),
      version: -1,
      variables: "{'a':'b'} trailing",
    });
    z.equal((await z.job('work')).text, '{"a":"b"}');
  },
};
