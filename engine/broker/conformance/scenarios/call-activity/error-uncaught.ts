import { boundary, call, end, error, flow, line, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error that nobody catches on any level is an incident on its job',
  rule: 'The job is offered again once it has retries.',
  incidents: true,
  async run(z) {
    await z.deploy(line('c', task('work')));
    const nodes = [
      start(),
      call('a', 'c'),
      boundary('b', 'a', error('D')),
      end(),
      flow('start > a'),
      flow('b > end'),
    ];
    await z.deploy(process('p', ...nodes));
    const instance = await z.create('p');
    const job = await z.job('work');
    await z.throwError(job, 'X');
    await z.rejected(z.complete(job), 'FAILED_PRECONDITION', "but it is in state 'ERROR_THROWN'");
    await z.updateRetries(job, 1);
    z.equal(await z.resolve(), 1);
    await z.work('work');
    await z.ended(instance);
  },
};
