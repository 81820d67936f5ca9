import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process may be in an .xml file',
  rule: 'As well as in a .bpmn file.',
  async run(z) {
    const { deployments } = await z.deploy({ name: 'p.xml', content: line('p', task('a')) });
    z.equal(deployments[0].process.resourceName, 'p.xml');
  },
};
