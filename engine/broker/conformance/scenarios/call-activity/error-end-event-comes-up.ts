import { boundary, call, end, error, flow, line, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error end event of a called process ends the call activity, two levels up as well',
  rule: 'All instances between end.',
  async run(z) {
    await z.deploy(
      process('d', start(), task('work'), end('thrown', error('E')), flow('start > work > thrown')),
    );
    await z.deploy(line('c', call('inner', 'd'), task('never')));
    await z.deploy(
      process(
        'p',
        start(),
        call('a', 'c'),
        boundary('b', 'a', error('E')),
        task('handle'),
        flow('start > a'),
        flow('b > handle'),
      ),
    );
    await z.create('p', { r: 1 });
    const job = await z.work('work', { x: 1 });
    z.equal((await z.job('handle')).variables, { r: 1 });
    await z.ended(job);
    await z.noJob('never');
  },
};
