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
  title: 'terminating the last element ends the instance',
  rule: 'Its empty scopes first.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p', {}, { startInstructions: [{ elementId: 'c' }] });
    const c = await z.job('c');
    await z.modify(instance, { terminate: [c.elementInstanceKey] });
    await z.ended(instance);
  },
};
