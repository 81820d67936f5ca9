import { input, line, manualTask, output, plainTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an I/O mapping on a manual task is accepted and ignored',
  rule: 'Neither inputs nor outputs are evaluated.',
  async run(z) {
    await z.deploy(
      line('p', manualTask('m', input('=1', 'a'), output('=2', 'b')), plainTask('t', output('=3', 'c'))),
    );
    z.equal(await z.result('p', { x: 1 }), { x: 1 });
  },
};
