import { flow, input, output, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an output goes to the nearest scope that has the name',
  rule: "A sub-process's local variable catches it.",
  async run(z) {
    const inner = sub(
      'sp',
      input('=0', 'x'),
      output('=x', 'y'),
      start('s'),
      task('work', output('=v', 'x')),
      flow('s > work'),
    );
    await z.deploy(process('p', start(), inner, task('after'), flow('start > sp > after')));
    await z.create('p', { x: 5 });
    await z.work('work', { v: 7 });
    z.equal((await z.job('after')).variables, { x: 5, y: 7 });
  },
};
