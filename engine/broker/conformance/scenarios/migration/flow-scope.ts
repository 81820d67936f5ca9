import { end, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'an element cannot be migrated into another scope',
  rule: 'Zeebe says which it expected.',
  async run(z) {
    const inside = (id: string) =>
      sub(id, start(`${id}s`), task('a'), end(`${id}e`), flow(`${id}s > a > ${id}e`));
    await z.deploy(process('p', start(), inside('sp'), end(), flow('start > sp > end')));
    const flat = keyOf(
      await z.deploy(
        process(
          'q',
          start(),
          task('a'),
          sub('sp', start('s'), end('e'), flow('s > e')),
          end(),
          flow('start > a > sp > end'),
        ),
      ),
    );
    const other = keyOf(
      await z.deploy(
        process(
          'r',
          start(),
          inside('sq'),
          sub('sp', start('s'), end('e'), flow('s > e')),
          end(),
          flow('start > sq > sp > end'),
        ),
      ),
    );
    const instance = await z.create('p');
    await z.job('a');
    const text = (was: string) =>
      `Expected to migrate process instance '${instance.processInstanceKey}' but the flow scope of active element with id 'a' is changed. The flow scope of the active element is expected to be 'sp' but was '${was}'. The flow scope of an element cannot be changed during migration yet.`;
    await z.rejected(z.migrate(instance, flat, { sp: 'sp', a: 'a' }), 'FAILED_PRECONDITION', text('q'));
    await z.rejected(z.migrate(instance, other, { sp: 'sp', a: 'a' }), 'FAILED_PRECONDITION', text('sq'));
  },
};
