import { flow, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing output mapping of a start event stops the instance',
  rule: 'Resolving goes on from there.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process('p', start('start', output('=assert(a, a != null)', 'b')), task('work'), flow('start > work')),
    );
    const instance = await z.create('p');
    await z.noJob('work');
    await z.setVariables(instance, { a: 1 });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('work')).variables, { a: 1, b: 1 });
  },
};
