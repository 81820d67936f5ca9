import { eventSub, flow, line, message, multi, nonInterrupting, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'each inner instance of a multi-instance sub-process has its own event sub-process',
  rule: 'The correlation key sees the item; the loop waits for a handler that is still at work.',
  async run(z) {
    const each = multi({ items: '=["a","b"]', item: 'x', results: 'res', result: '=r' });
    const asked = start('es', nonInterrupting, message('ask', '=x'));
    const inside = [
      start('is'),
      task('w'),
      eventSub('esp', asked, task('answer'), flow('es > answer')),
      flow('is > w'),
    ];
    await z.deploy(line('p', sub('s', each, ...inside), task('after')));
    await z.create('p');
    const jobs = await z.jobs('w', 2);
    await z.publish('ask', 'b', { variables: { q: 1 } });
    const answer = await z.job('answer');
    z.equal(answer.variables, { q: 1, x: 'b', loopCounter: 2, r: null, res: [null, null] });
    for (const job of jobs) await z.complete(job);
    await z.noJob('after');
    await z.complete(answer, { r: 4 });
    z.equal((await z.job('after')).variables, { q: 1, res: [null, 4] });
  },
};
