import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an identical file of the same name changes nothing',
  rule: 'Key and version stay; the deployment has a key of its own.',
  async run(z) {
    const model = line('p', task('a'));
    const first = await z.deploy(model);
    const second = await z.deploy(model);
    z.equal(second.deployments[0].process, first.deployments[0].process);
    z.ok(first.key !== second.key, 'two deployments');
  },
};
