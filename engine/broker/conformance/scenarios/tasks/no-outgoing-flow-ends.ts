import { flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a task without outgoing flows ends its branch',
  rule: 'No end event is needed.',
  async run(z) {
    await z.deploy(process('p', start(), task('work'), flow('start > work')));
    const instance = await z.create('p');
    await z.work('work');
    await z.ended(instance);
  },
};
