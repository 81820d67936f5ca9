import { job, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'retries that are no number stop the task',
  rule: 'The retries must be a number: static text that is none raises an incident.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work', job('work', 'abc'))));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.noJob('work');
    await z.running(instance);
  },
};
