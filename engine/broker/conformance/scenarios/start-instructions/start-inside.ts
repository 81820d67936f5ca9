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
  title: 'an instance may begin at any element',
  rule: 'Flow scopes are created on the way, start events are passed over.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p', { x: 1 }, { startInstructions: [{ elementId: 'd' }] });
    z.equal((await z.work('d')).variables, { x: 1 });
    await z.work('z');
    await z.ended(instance);
  },
};
