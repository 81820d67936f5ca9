import { error, eventSub, flow, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'with mappings of its start event only their results go up',
  rule: 'The other variables of the error are lost.',
  async run(z) {
    const es = eventSub(
      'es',
      start('s', error('E'), output('=why', 'reason')),
      task('handle'),
      flow('s > handle'),
    );
    await z.deploy(process('p', start(), task('work'), es, flow('start > work')));
    await z.create('p', { a: 1 });
    await z.throwError(await z.job('work'), 'E', { a: 2, why: 'x' });
    z.equal((await z.job('handle')).variables, { a: 1, reason: 'x' });
  },
};
