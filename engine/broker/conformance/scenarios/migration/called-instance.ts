import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'a call activity and what it called are migrated each on its own',
  rule: 'They stay connected.',
  async run(z) {
    await z.deploy(line('p', call('c', 'child'), task('after')), line('child', task('a')));
    const target = keyOf(await z.deploy(line('q', call('d', 'nobody'), task('after'))));
    const inner = keyOf(await z.deploy(line('r', task('b'), task('more'))));
    const instance = await z.create('p');
    const a = await z.job('a');
    await z.migrate(instance, target, { c: 'd' });
    await z.migrate(a, inner, { a: 'b' });
    await z.complete(a);
    z.equal((await z.work('more')).bpmnProcessId, 'r');
    z.equal((await z.work('after')).bpmnProcessId, 'q');
    await z.ended(instance);
  },
};
