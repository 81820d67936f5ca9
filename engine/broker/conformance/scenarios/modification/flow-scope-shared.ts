import { end, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const nested = process(
  'p',
  start(),
  task('a'),
  sub(
    'sp',
    start('s1'),
    task('b'),
    sub('inner', start('s2'), task('c'), task('d'), end('e2'), flow('s2 > c > d > e2')),
    end('e1'),
    flow('s1 > b > inner > e1'),
  ),
  task('z'),
  end(),
  flow('start > a > sp > z > end'),
);

export const scenario: Scenario = {
  title: 'elements activated in one scope share its instance',
  rule: 'A scope that runs is used, a missing one is created once.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    const a = await z.job('a');
    await z.modify(instance, {
      activate: [{ elementId: 'c' }, { elementId: 'd' }, { elementId: 'b' }],
      terminate: [a.elementInstanceKey],
    });
    for (const type of ['b', 'd', 'c', 'd', 'c', 'd']) await z.work(type);
    await z.work('z');
    await z.ended(instance);
  },
};
