import { flow, input, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing input mapping of a sub-process stops it',
  rule: 'Nothing inside starts until it is mended.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', input('=assert(a, a != null)', 'b'), start('s'), task('inner'), flow('s > inner')),
        flow('start > sp'),
      ),
    );
    const instance = await z.create('p');
    await z.noJob('inner');
    await z.setVariables(instance, { a: 1 });
    z.equal(await z.resolve(), 1);
    await z.work('inner');
    await z.ended(instance);
  },
};
