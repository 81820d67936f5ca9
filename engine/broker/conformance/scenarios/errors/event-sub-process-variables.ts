import { error, eventSub, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error event sub-process takes the variables of the error to the root',
  rule: 'Without mappings of its start event they go all the way up.',
  async run(z) {
    const es = eventSub('es', start('s', error('E')), task('handle'), flow('s > handle'));
    await z.deploy(process('p', start(), task('work'), es, flow('start > work')));
    await z.create('p', { a: 1 });
    await z.throwError(await z.job('work'), 'E', { a: 2, why: 'x' });
    z.equal((await z.job('handle')).variables, { a: 2, why: 'x' });
  },
};
