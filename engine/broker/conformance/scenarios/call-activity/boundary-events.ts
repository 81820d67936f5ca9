import { beside, boundary, call, duration, flow, line, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'message and timer boundary events of a call activity',
  rule: 'A non-interrupting one fires beside the called instance, an interrupting one ends it.',
  async run(z) {
    await z.deploy(line('c', task('work')));
    await z.deploy(
      process(
        'p',
        start(),
        call('a', 'c'),
        boundary('late', 'a', duration('PT1S')),
        beside('hint', 'a', message('hint', '="k$run"')),
        task('stopped'),
        task('hinted'),
        flow('start > a'),
        flow('late > stopped'),
        flow('hint > hinted'),
      ),
    );
    await z.create('p');
    const job = await z.job('work');
    await z.publish('hint', z.name('k'), { variables: { note: 1 } });
    z.equal((await z.work('hinted')).variables, { note: 1 });
    z.equal((await z.work('stopped')).variables, { note: 1 });
    await z.ended(job);
    await z.rejected(z.complete(job), 'NOT_FOUND');
  },
};
