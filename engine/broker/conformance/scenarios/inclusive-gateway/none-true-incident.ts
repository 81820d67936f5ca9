import { flow, inclusive, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an inclusive gateway without a true condition and without default stops',
  rule: 'After mending all true flows are taken.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        inclusive('g'),
        task('a'),
        task('b'),
        flow('start > g'),
        flow('g > a', '=x > 1'),
        flow('g > b', '=x > 10'),
      ),
    );
    const instance = await z.create('p', { x: 0 });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { x: 20 });
    await z.resolve();
    await z.job('a');
    await z.job('b');
  },
};
