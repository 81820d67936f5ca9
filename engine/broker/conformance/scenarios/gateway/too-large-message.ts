import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a request above 4 MB is refused',
  rule: 'The limit is that of the transport.',
  async run(z) {
    const variables = JSON.stringify({ a: 'x'.repeat(4_300_000) });
    await z.deploy(line('p', task('work')));
    await z.rejected(
      z.call('CreateProcessInstance', { bpmnProcessId: z.name('p'), version: -1, variables }),
      'RESOURCE_EXHAUSTED',
      /gRPC message exceeds maximum size 4194304: \d+/,
    );
  },
};
