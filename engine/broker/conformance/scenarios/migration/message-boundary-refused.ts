import { boundary, end, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';
const model = (id: string, name?: string) =>
  process(
    id,
    start(),
    task('a'),
    ...(name ? [boundary('b', 'a', message(name, '=k')), task('caught'), flow('b > caught')] : []),
    end(),
    flow('start > a > end'),
  );

export const scenario: Scenario = {
  title: 'a message subscription cannot be kept',
  rule: 'The same message name, a mapped boundary event and a key that cannot be evaluated are refused.',
  async run(z) {
    await z.deploy(model('p', 'm'));
    const same = keyOf(await z.deploy(model('q', 'm')));
    const instance = await z.create('p', { k: 'x' });
    await z.job('a');
    const begin = `Expected to migrate process instance '${instance.processInstanceKey}' but active element with id 'a'`;
    await z.rejected(
      z.migrate(instance, same, { a: 'a' }),
      'FAILED_PRECONDITION',
      `${begin} attempts to subscribe to a message it is already subscribed to with name 'm'. Migrating active elements that subscribe to a message they are already subscribed to is not possible yet. Please provide a mapping instruction to message catch event with id 'b' to migrate the respective message subscription.`,
    );
    await z.rejected(
      z.migrate(instance, same, { a: 'a', b: 'b' }),
      'FAILED_PRECONDITION',
      `${begin} is mapped to element with id 'a' that must be subscribed to mapped catch event with id 'b'. Migrating active elements with mapped catch events is not possible yet.`,
    );
    const none = keyOf(await z.deploy(model('r')));
    await z.rejected(
      z.migrate(instance, none, { a: 'a', b: 'end' }),
      'FAILED_PRECONDITION',
      `${begin} is subscribed to mapped catch event with id 'b'. Migrating active elements with mapped catch events is not possible yet.`,
    );
    const other = keyOf(await z.deploy(model('s', 'n')));
    await z.setVariables(instance, { k: null });
    await z.rejected(
      z.migrate(instance, other, { a: 'a' }),
      'FAILED_PRECONDITION',
      `${begin} is mapped to element with id 'a' that must be subscribed to a message catch event. Failed to extract the correlation key for 'k': The value must be either a string or a number, but was 'NULL'.`,
    );
  },
};
