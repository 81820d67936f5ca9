import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'text comes back raw, with the escapes JSON needs',
  rule: 'Escaped letters are unescaped.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.call('CreateProcessInstance', {
      bpmnProcessId: z.name('p'),
      version: -1,
      variables: '{"a":"\\u00e9 Hồ sơ","b":"x\\"y\\\\z\\n\\t\\/"}',
    });
    z.equal((await z.job('work')).text, '{"a":"é Hồ sơ","b":"x\\"y\\\\z\\n\\t/"}');
  },
};
