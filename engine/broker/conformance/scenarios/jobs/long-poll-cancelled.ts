import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a poller that went away before the job came gets none',
  rule: 'The job is there for the next one at once.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const gone = z.poll('work', { requestTimeout: 10_000 });
    await z.sleep(200);
    gone.cancel();
    await z.sleep(200);
    await z.create('p');
    await z.work('work');
  },
};
