import { beside, escalation, flow, multi, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting escalation boundary event fires once for each inner instance that escalates',
  rule: 'The loop goes on.',
  async run(z) {
    const inside = [start('is'), throwing('up', escalation('E')), task('w'), flow('is > up > w')];
    await z.deploy(
      process(
        'p',
        start(),
        sub('s', multi({ items: '=[1,2]', item: 'x' }), ...inside),
        beside('b', 's', escalation('E')),
        task('handle'),
        task('after'),
        flow('start > s > after'),
        flow('b > handle'),
      ),
    );
    await z.create('p', { r: 1 });
    for (const job of await z.jobs('handle', 2)) z.equal(job.variables, { r: 1 });
    for (const job of await z.jobs('w', 2)) await z.complete(job);
    await z.job('after');
  },
};
