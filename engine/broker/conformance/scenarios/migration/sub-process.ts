import { end, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'a sub-process is migrated with what is inside',
  rule: 'Every active element needs a mapping.',
  async run(z) {
    const model = (id: string, outer: string, inner: string) =>
      process(
        id,
        start(),
        sub(outer, start('s'), task(inner), end('e'), flow(`s > ${inner} > e`)),
        task('after'),
        end(),
        flow(`start > ${outer} > after > end`),
      );
    await z.deploy(model('p', 'sp', 'a'));
    const target = keyOf(await z.deploy(model('q', 'sq', 'b')));
    const instance = await z.create('p');
    const a = await z.job('a');
    const text = (id: string) =>
      `Expected to migrate process instance '${instance.processInstanceKey}' but no mapping instruction defined for active element with id '${id}'. Elements cannot be migrated without a mapping.`;
    await z.rejected(z.migrate(instance, target, { a: 'b' }), 'FAILED_PRECONDITION', text('sp'));
    await z.rejected(z.migrate(instance, target, { sp: 'sq' }), 'FAILED_PRECONDITION', text('a'));
    await z.migrate(instance, target, { sp: 'sq', a: 'b' });
    await z.complete(a);
    z.equal((await z.work('after')).bpmnProcessId, 'q');
    await z.ended(instance);
  },
};
