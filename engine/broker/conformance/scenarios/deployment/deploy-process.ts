import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the older DeployProcess still works',
  rule: 'It takes definitions by name and answers with the processes.',
  async run(z) {
    const { processes } = await z.call('DeployProcess', {
      processes: [
        {
          name: 'p.bpmn',
          definition: Buffer.from(line('p', task('a')).replaceAll('$run', z.name('x').slice(1))),
        },
      ],
    });
    z.equal(
      processes.map((each: { bpmnProcessId: string; version: number }) => [each.bpmnProcessId, each.version]),
      [['p', 1]],
    );
  },
};
