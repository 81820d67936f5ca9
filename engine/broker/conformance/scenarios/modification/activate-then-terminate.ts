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
  title: 'one modification moves a token',
  rule: 'It activates first and then terminates: the instance does not end in between.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    const a = await z.job('a');
    await z.modify(instance, { activate: [{ elementId: 'z' }], terminate: [a.elementInstanceKey] });
    await z.rejected(z.complete(a), 'NOT_FOUND');
    await z.work('z');
    await z.ended(instance);
  },
};
