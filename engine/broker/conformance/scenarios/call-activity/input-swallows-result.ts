import { call, input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an input-mapped variable swallows a differing result of the called process',
  rule: "Results meet the call activity's own variables first; an equal value travels on.",
  async run(z) {
    await z.deploy(line('c', task('work')));
    for (const [mapped, expected] of [
      ['=1', {}],
      ['=5', { x: 5 }],
    ] as const) {
      await z.deploy(line('p', call('a', 'c', input(mapped, 'x')), task('after')));
      await z.create('p');
      await z.work('work', { x: 5 });
      z.equal((await z.work('after')).variables, expected);
    }
  },
};
