import { flow, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'each signal start event of a process begins its own flow',
  rule: 'A none start event may stand beside them.',
  async run(z) {
    const starts = [start(), start('st1', signal('s1')), start('st2', signal('s2'))];
    await z.deploy(
      process(
        'p',
        ...starts,
        task('a'),
        task('b'),
        task('c'),
        flow('start > a'),
        flow('st1 > b'),
        flow('st2 > c'),
      ),
    );
    await z.broadcast('s2');
    await z.job('c');
    await z.broadcast('s1');
    await z.job('b');
    await z.create('p');
    await z.job('a');
  },
};
