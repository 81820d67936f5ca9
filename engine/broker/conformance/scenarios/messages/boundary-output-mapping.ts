import { boundary, flow, message, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message boundary event has output mappings',
  rule: 'Only their results go to the process.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', message('stop', '=id'), output('=v + 1', 'w')),
        task('after'),
        flow('start > work'),
        flow('b > after'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.publish('stop', 'A', { ttl: 10_000, variables: { v: 1 } });
    z.equal((await z.job('after')).variables, { id: 'A', w: 2 });
  },
};
