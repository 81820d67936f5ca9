import { catching, flow, link, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a link works inside a sub-process',
  rule: 'The sub-process ends after it.',
  async run(z) {
    const sp = sub(
      'sp',
      start('st'),
      throwing('t', link('L')),
      catching('c', link('L')),
      task('inner'),
      flow('st > t'),
      flow('c > inner'),
    );
    await z.deploy(process('p', start(), sp, task('after'), flow('start > sp > after')));
    const instance = await z.create('p');
    await z.work('inner');
    await z.work('after');
    await z.ended(instance);
  },
};
