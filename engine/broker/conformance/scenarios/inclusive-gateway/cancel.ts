import { flow, inclusive, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'cancelling ends all branches of an inclusive gateway',
  rule: 'And a gateway that stands with an incident.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        inclusive('g'),
        task('a'),
        task('b'),
        flow('start > g'),
        flow('g > a', '=x > 1'),
        flow('g > b', '=x > 1'),
      ),
    );
    const running = await z.create('p', { x: 5 });
    const [a, b] = [await z.job('a'), await z.job('b')];
    await z.cancel(running);
    await z.ended(running);
    for (const job of [a, b]) await z.rejected(z.complete(job), 'NOT_FOUND');
    const stopped = await z.create('p', { x: 0 });
    await z.cancel(stopped);
    await z.ended(stopped);
  },
};
