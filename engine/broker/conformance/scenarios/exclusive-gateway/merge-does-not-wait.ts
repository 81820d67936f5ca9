import { exclusive, flow, manualTask, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a merging exclusive gateway lets every token through',
  rule: 'Two branches give two tokens behind it.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        manualTask('a'),
        manualTask('b'),
        exclusive('g'),
        task('after'),
        flow('start > a > g'),
        flow('start > b > g'),
        flow('g > after'),
      ),
    );
    const instance = await z.create('p');
    for (const job of await z.jobs('after', 2)) await z.complete(job);
    await z.ended(instance);
  },
};
