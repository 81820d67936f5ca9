import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an identical file of another name is a new version',
  rule: 'The name of the resource counts, too.',
  async run(z) {
    const content = line('p', task('a'));
    await z.deploy({ name: 'one.bpmn', content });
    const { process: second } = (await z.deploy({ name: 'two.bpmn', content })).deployments[0];
    z.equal([second.version, second.resourceName], [2, 'two.bpmn']);
  },
};
