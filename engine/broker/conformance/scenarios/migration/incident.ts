import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'an incident is migrated',
  rule: 'Resolving it goes on with the target.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('a', input('=assert(x, x != null)', 'y'))));
    const target = keyOf(await z.deploy(line('q', task('b', input('=7', 'y')))));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.migrate(instance, target, { a: 'b' });
    z.equal(await z.resolve(), 1);
    z.equal((await z.work('b')).variables, { y: 7 });
    await z.ended(instance);
  },
};
