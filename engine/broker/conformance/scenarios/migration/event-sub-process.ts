import { end, eventSub, flow, line, message, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'processes with event sub-processes cannot be migrated',
  rule: 'Neither from nor to; inside a sub-process they do no harm.',
  async run(z) {
    const plain = keyOf(await z.deploy(line('p', task('a'))));
    const esp = eventSub('esp', start('es', message('m', '="x"')), task('b'), flow('es > b'));
    const guarded = keyOf(
      await z.deploy(process('q', start(), task('a'), esp, end(), flow('start > a > end'))),
    );
    const from = await z.create('q');
    const to = await z.create('p');
    await z.jobs('a', 2);
    const begin =
      "Command 'MIGRATE' rejected with code 'INVALID_STATE': Expected to migrate process instance but";
    await z.rejected(
      z.migrate(from, plain, { a: 'a' }),
      'FAILED_PRECONDITION',
      `${begin} process instance has an event subprocess. Process instances with event subprocesses cannot be migrated yet.`,
    );
    await z.rejected(
      z.migrate(to, guarded, { a: 'a' }),
      'FAILED_PRECONDITION',
      `${begin} target process has an event subprocess. Target processes with event subprocesses cannot be migrated yet.`,
    );
    const inside = keyOf(
      await z.deploy(
        process(
          'r',
          start(),
          task('a'),
          sub('sp', start('s'), esp, end('e'), flow('s > e')),
          end(),
          flow('start > a > sp > end'),
        ),
      ),
    );
    await z.migrate(to, inside, { a: 'a' });
  },
};
