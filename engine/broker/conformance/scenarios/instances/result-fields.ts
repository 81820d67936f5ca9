import { line, manualTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the answer with result names the instance',
  rule: 'Definition, version, instance and tenant.',
  async run(z) {
    await z.deploy(line('p', manualTask('m')));
    const answer = await z.call('CreateProcessInstanceWithResult', {
      request: { bpmnProcessId: z.name('p'), version: -1, variables: '{"a":1}' },
      requestTimeout: 10_000,
    });
    z.equal(
      [answer.bpmnProcessId, answer.version, answer.variables, answer.tenantId],
      ['p', 1, '{"a":1}', '<default>'],
    );
  },
};
