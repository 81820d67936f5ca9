import { boundary, duration, end, error, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'elements with boundary events other than message ones cannot be migrated',
  rule: 'Neither from nor to them; all their types are named, the last in the document first.',
  async run(z) {
    const model = (id: string, ...events: string[]) =>
      process(
        id,
        start(),
        task('a'),
        ...events.map((event, index) => boundary(`b${index}`, 'a', event)),
        end(),
        flow('start > a > end'),
        ...events.map((_, index) => flow(`b${index} > end`)),
      );
    const plain = keyOf(await z.deploy(model('p')));
    const events = keyOf(await z.deploy(model('q', duration('PT1H'), message('m', '="x"'), error('E'))));
    const from = await z.create('q');
    const to = await z.create('p');
    await z.jobs('a', 2);
    const text = (instance: { processInstanceKey: string }, which: string) =>
      `Expected to migrate process instance '${instance.processInstanceKey}' but ${which} element with id 'a' has one or more boundary events of types 'ERROR,TIMER'. Migrating ${which} elements with boundary events of these types is not possible yet.`;
    await z.rejected(z.migrate(from, plain, { a: 'a' }), 'FAILED_PRECONDITION', text(from, 'active'));
    await z.rejected(z.migrate(to, events, { a: 'a' }), 'FAILED_PRECONDITION', text(to, 'target'));
  },
};
