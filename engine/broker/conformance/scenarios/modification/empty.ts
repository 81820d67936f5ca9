import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an empty modification is accepted',
  rule: 'It changes nothing.',
  async run(z) {
    await z.deploy(line('p', task('a')));
    const instance = await z.create('p');
    await z.modify(instance, {});
    await z.work('a');
    await z.ended(instance);
  },
};
