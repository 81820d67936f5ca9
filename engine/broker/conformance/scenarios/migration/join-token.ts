import { end, flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'an instance with a token that waits at a join cannot be migrated',
  rule: 'Zeebe takes it for a command under way.',
  async run(z) {
    const model = (id: string) =>
      process(
        id,
        start(),
        parallel('f'),
        task('a'),
        task('b'),
        parallel('j'),
        end(),
        flow('start > f > a > j > end'),
        flow('f > b > j'),
      );
    await z.deploy(model('p'));
    const target = keyOf(await z.deploy(model('q')));
    const instance = await z.create('p');
    await z.work('a');
    await z.job('b');
    await z.rejected(
      z.migrate(instance, target, { b: 'b' }),
      'FAILED_PRECONDITION',
      `Expected to migrate process instance '${instance.processInstanceKey}' but a concurrent command was executed on the process instance. Please retry the migration.`,
    );
  },
};
