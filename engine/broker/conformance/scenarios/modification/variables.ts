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
  title: 'a modification sets variables before it activates',
  rule: 'In the scope that is named, or at the root.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p', { x: 1 });
    const variableInstructions = [
      { variables: '{"g":1}' },
      { variables: '{"l":1}', scopeId: 'c' },
      { variables: '{"s":1}', scopeId: 'sp' },
      { variables: '{"i":1}', scopeId: 'inner' },
    ];
    await z.modify(instance, {
      activate: [{ elementId: 'c', variableInstructions }, { elementId: 'd' }, { elementId: 'z' }],
    });
    z.equal((await z.job('c')).variables, { l: 1, i: 1, s: 1, g: 1, x: 1 });
    z.equal((await z.job('d')).variables, { i: 1, s: 1, g: 1, x: 1 });
    z.equal((await z.job('z')).variables, { g: 1, x: 1 });
  },
};
