import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a result can be awaited with start instructions',
  rule: 'As with a none start event.',
  async run(z) {
    await z.deploy(line('p', task('a'), task('b')));
    const request = {
      bpmnProcessId: z.name('p'),
      version: -1,
      variables: '{"x":1}',
      startInstructions: [{ elementId: 'b' }],
    };
    const answer = z.call('CreateProcessInstanceWithResult', { request, requestTimeout: 10000 });
    await z.work('b', { y: 2 });
    z.equal(JSON.parse((await answer).variables), { x: 1, y: 2 });
  },
};
