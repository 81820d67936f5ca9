import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'a migrated instance keeps its target from being deleted, no more its source',
  rule: 'Both count running instances.',
  async run(z) {
    const source = keyOf(await z.deploy(line('p', task('a'))));
    const target = keyOf(await z.deploy(line('q', task('a'))));
    const instance = await z.create('p');
    await z.job('a');
    await z.migrate(instance, target, { a: 'a' });
    await z.call('DeleteResource', { resourceKey: source });
    await z.rejected(
      z.call('DeleteResource', { resourceKey: target }),
      'FAILED_PRECONDITION',
      `Expected to delete resource with key \`${target}\` but there are still running instances`,
    );
  },
};
