import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance with an active multi-instance activity cannot be migrated',
  rule: '8.5 migrates no loops.',
  async run(z) {
    await z.deploy(line('p', task('w', multi({ items: '=[1]' }))));
    const instance = await z.create('p');
    await z.job('w');
    const target = await z.deploy(line('p', task('w', multi({ items: '=[1]' })), task('more')));
    await z.rejected(
      z.migrate(instance, target.deployments[0].process.processDefinitionKey, { w: 'w' }),
      'FAILED_PRECONDITION',
      "but active element with id 'w' has an unsupported type. The migration of a MULTI_INSTANCE_BODY is not supported.",
    );
  },
};
