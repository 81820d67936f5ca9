import { beside, escalation, flow, output, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing output mapping holds the thrower after its escalation was caught',
  rule: 'Resolving maps again, it does not throw again.',
  incidents: true,
  async run(z) {
    const sp = sub(
      'sp',
      start('st'),
      throwing('t', escalation('E'), output('=assert(x, x = 1)', 'o')),
      task('inner'),
      flow('st > t > inner'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        beside('b', 'sp', escalation('E')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p', { x: 0 });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { x: 1 });
    await z.resolve();
    await z.job('inner');
    await z.job('handle');
    await z.noJob('handle');
  },
};
