import { catching, flow, job, manualTask, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a buffered message is correlated when its turn comes, not at once',
  rule: 'A branch beside it that has one step to go is faster, one that has more is slower.',
  async run(z) {
    const beside1 = (steps: string[]) => [
      ...steps.map((id) => manualTask(id)),
      task('b', job('t')),
      flow(['start', ...steps, 'b'].join(' > ')),
    ];
    for (const [id, steps, first] of [
      ['p', ['m1'], 'b'],
      ['q', ['m1', 'm2'], 'a'],
    ] as const) {
      await z.deploy(
        process(
          id,
          start(),
          catching('c', message('order', '="k"')),
          task('a', job('t')),
          ...beside1([...steps]),
          flow('start > c > a'),
        ),
      );
      await z.publish('order', 'k', { ttl: 60_000 });
      await z.create(id);
      z.equal((await z.jobs('t', 2))[0]?.elementId, first);
    }
  },
};
