import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'mappings must be of elements that exist, each once',
  rule: 'Duplicates are told first.',
  async run(z) {
    await z.deploy(line('p', task('a')));
    const target = keyOf(await z.deploy(line('q', task('a'))));
    const instance = await z.create('p');
    await z.job('a');
    const begin = `Command 'MIGRATE' rejected with code 'INVALID_ARGUMENT': Expected to migrate process instance '${instance.processInstanceKey}' but`;
    const text = (which: string) =>
      `${begin} mapping instructions contain a non-existing ${which} element id 'zz'. Elements provided in mapping instructions must exist in the ${which} process definition.`;
    await z.rejected(z.migrate(instance, target, { zz: 'a' }), 'INVALID_ARGUMENT', text('source'));
    await z.rejected(z.migrate(instance, target, { a: 'zz' }), 'INVALID_ARGUMENT', text('target'));
    const twice = { sourceElementId: 'a', targetElementId: 'a' };
    const migrationPlan = { targetProcessDefinitionKey: target, mappingInstructions: [twice, twice] };
    await z.rejected(
      z.call('MigrateProcessInstance', { processInstanceKey: instance.processInstanceKey, migrationPlan }),
      'INVALID_ARGUMENT',
      `${begin} the mapping instructions contain duplicate source element ids '[a]'.`,
    );
    await z.rejected(
      z.migrate(instance, target, {}),
      'FAILED_PRECONDITION',
      `but no mapping instruction defined for active element with id 'a'. Elements cannot be migrated without a mapping.`,
    );
  },
};
