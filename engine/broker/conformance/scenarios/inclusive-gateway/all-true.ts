import { flow, inclusive, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an inclusive gateway takes all flows whose condition is true',
  rule: 'The last flow first.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        inclusive('g'),
        task('a'),
        task('b'),
        task('c'),
        flow('start > g'),
        flow('g > a', '=x > 1'),
        flow('g > b', '=x > 10'),
        flow('g > c', '=x > 100'),
      ),
    );
    const instance = await z.create('p', { x: 15 });
    const [a, b] = [await z.job('a'), await z.job('b')];
    z.ok(BigInt(b.key) < BigInt(a.key), 'the last flow first');
    await z.noJob('c');
    await z.complete(a);
    await z.running(instance);
    await z.complete(b);
    await z.ended(instance);
  },
};
