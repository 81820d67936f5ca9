import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an integer above 2^64 − 1 is refused',
  rule: 'It cannot be stored.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.rejected(
      z.call('CreateProcessInstance', {
        bpmnProcessId: z.name('p'),
        version: -1,
        variables: '{"a":18446744073709551616}',
      }),
      'INVALID_ARGUMENT',
      /MessagePack cannot serialize BigInteger larger than 2\^64-1/,
    );
  },
};
