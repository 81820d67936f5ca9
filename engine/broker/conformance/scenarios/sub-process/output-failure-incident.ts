import { flow, output, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing output mapping of a sub-process stops it at its end',
  rule: 'Mending and resolving completes it.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', output('=assert(a, a != null)', 'b'), start('s'), task('inner'), flow('s > inner')),
        task('after'),
        flow('start > sp > after'),
      ),
    );
    const instance = await z.create('p');
    await z.work('inner');
    await z.noJob('after');
    await z.setVariables(instance, { a: 1 });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('after')).variables, { a: 1, b: 1 });
  },
};
