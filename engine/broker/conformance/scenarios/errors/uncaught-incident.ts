import { boundary, error, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error that nobody catches is an incident',
  rule: 'The call is accepted; the job can no longer be completed until new retries and a resolve.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', error('other')),
        task('handle'),
        flow('start > work'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p');
    const work = await z.job('work');
    await z.throwError(work, 'E');
    await z.rejected(
      z.complete(work),
      'FAILED_PRECONDITION',
      `Command 'COMPLETE' rejected with code 'INVALID_STATE': Expected to complete job with key '${work.key}', but it is in state 'ERROR_THROWN'`,
    );
    z.equal(await z.resolve(), 1);
    z.equal((await z.work('work')).key, work.key);
    await z.ended(instance);
  },
};
