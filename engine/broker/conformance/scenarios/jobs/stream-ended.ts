import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'after the end of a stream pollers get the jobs again',
  rule: 'Nothing is pushed into the void.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const stream = z.stream('work');
    await z.sleep(400);
    stream.close();
    await z.sleep(400);
    await z.create('p');
    await z.work('work');
  },
};
