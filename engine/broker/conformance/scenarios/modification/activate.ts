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
  title: 'an element of a running instance is activated',
  rule: 'Its flow scopes are created on the way, without their start events.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p', { x: 1 });
    await z.job('a');
    await z.modify(instance, { activate: [{ elementId: 'c' }] });
    z.equal((await z.job('c')).variables, { x: 1 });
    await z.noJob('b');
  },
};
