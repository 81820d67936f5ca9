import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'the instance and the target process must exist',
  rule: 'The instance is looked for first.',
  async run(z) {
    const target = keyOf(await z.deploy(line('p', task('a'))));
    const instance = await z.create('p');
    const begin = "Command 'MIGRATE' rejected with code 'NOT_FOUND': Expected to migrate process instance";
    await z.rejected(
      z.migrate({ processInstanceKey: '2251799999999999' }, target, {}),
      'NOT_FOUND',
      `${begin} but no process instance found with key '2251799999999999'`,
    );
    await z.rejected(
      z.migrate(instance, '2251799999999999', { a: 'a' }),
      'NOT_FOUND',
      `${begin} to process definition but no process definition found with key '2251799999999999'`,
    );
    await z.rejected(
      z.call('MigrateProcessInstance', { processInstanceKey: instance.processInstanceKey }),
      'NOT_FOUND',
      `${begin} to process definition but no process definition found with key '0'`,
    );
  },
};
