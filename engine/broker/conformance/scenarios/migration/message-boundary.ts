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
  title: 'message boundary events of the target wait after a migration, those of the source no more',
  rule: 'The correlation key is evaluated then.',
  async run(z) {
    await z.deploy(model('p', 'old'));
    const target = keyOf(await z.deploy(model('q', 'new')));
    const instance = await z.create('p', { k: z.name('k') });
    const a = await z.job('a');
    await z.migrate(instance, target, { a: 'a' });
    await z.publish('old', z.name('k'));
    await z.publish('new', z.name('k'), { ttl: 5000 });
    z.equal((await z.work('caught')).bpmnProcessId, 'q');
    await z.rejected(z.complete(a), 'NOT_FOUND');
    await z.ended(instance);
  },
};
