import { end, error, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error start event of a process is deployed and never used',
  rule: 'Errors inside the process do not reach it; alone it cannot be created.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        start('es', error()),
        task('handle'),
        end('e', error('E')),
        flow('start > e'),
        flow('es > handle'),
      ),
    );
    await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.noJob('handle');
    await z.deploy(process('q', start('es', error()), task('handle'), flow('es > handle')));
    await z.rejected(
      z.create('q'),
      'FAILED_PRECONDITION',
      'Expected to create instance of process with none start event, but there is no such event',
    );
  },
};
