import { catching, duration, element, job, line, multi, receive, sendTask, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'only tasks for workers and users, sub-processes and call activities can be migrated',
  rule: 'Receive tasks, events, script and send tasks, multi-instance activities cannot.',
  async run(z) {
    const kinds: readonly (readonly [string, string])[] = [
      [receive('a', 'm', '="x"'), 'RECEIVE_TASK'],
      [catching('a', duration('PT1H')), 'INTERMEDIATE_CATCH_EVENT'],
      [sendTask('a'), 'SEND_TASK'],
      [element('businessRuleTask', 'a', job('rule')), 'BUSINESS_RULE_TASK'],
      [task('a', multi({ items: '=[1]' })), 'MULTI_INSTANCE_BODY'],
    ];
    for (const [index, [node, type]] of kinds.entries()) {
      const target = keyOf(await z.deploy(line(`p${index}`, node)));
      const instance = await z.create(`p${index}`);
      await z.rejected(
        z.migrate(instance, target, { a: 'a' }),
        'FAILED_PRECONDITION',
        `Expected to migrate process instance '${instance.processInstanceKey}' but active element with id 'a' has an unsupported type. The migration of a ${type} is not supported.`,
      );
    }
  },
};
