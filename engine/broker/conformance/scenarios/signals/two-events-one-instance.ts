import { catching, flow, parallel, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'both branches of an instance hear one signal',
  rule: 'The one on the last flow waits first and goes on first.',
  async run(z) {
    const nodes = [
      start(),
      parallel('f'),
      catching('c1', signal('s')),
      catching('c2', signal('s')),
      task('a'),
      task('b'),
    ];
    await z.deploy(process('p', ...nodes, flow('start > f > c1 > a'), flow('f > c2 > b')));
    await z.create('p');
    await z.broadcast('s', { v: 1 });
    const [a, b] = [await z.job('a'), await z.job('b')];
    z.equal([a.variables, b.variables], [{ v: 1 }, { v: 1 }]);
    z.ok(BigInt(b.key) < BigInt(a.key), 'the branch of the last flow first');
  },
};
