import { flow, inclusive, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a condition that is no boolean stops an inclusive gateway',
  rule: 'Even if another one is true.',
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
        flow('g > b', '=y > 1'),
      ),
    );
    const instance = await z.create('p', { x: 5 });
    z.equal(await z.resolve(), 1);
    await z.noJob('a');
    await z.setVariables(instance, { y: 0 });
    await z.resolve();
    await z.job('a');
    await z.noJob('b');
  },
};
