import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'integers are exact up to 2^64 − 1',
  rule: 'They come back digit by digit.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.call('CreateProcessInstance', {
      bpmnProcessId: z.name('p'),
      version: -1,
      variables: '{"a":18446744073709551615,"b":-9223372036854775808}',
    });
    z.equal((await z.job('work')).text, '{"a":18446744073709551615,"b":-9223372036854775808}');
  },
};
