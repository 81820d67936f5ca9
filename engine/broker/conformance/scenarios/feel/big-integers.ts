import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'integers of 64 bits are exact',
  rule: 'Also beyond what a double holds.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        task(
          'work',
          input('=9007199254740993 + 0', 'a'),
          input('=9223372036854775807', 'b'),
          input('=n + 1', 'c'),
        ),
      ),
    );
    await z.call('CreateProcessInstance', {
      bpmnProcessId: z.name('p'),
      version: -1,
      variables: '{"n":9007199254740992}',
    });
    z.equal(
      (await z.job('work')).text,
      '{"a":9007199254740993,"b":9223372036854775807,"c":9007199254740993,"n":9007199254740992}',
    );
  },
};
