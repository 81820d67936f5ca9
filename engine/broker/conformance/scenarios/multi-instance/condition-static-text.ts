import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a completion condition without an equals sign is deployed and fails when it is needed',
  rule: 'Static text is never a boolean.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('w', multi({ items: '=[1]', until: 'true' })), task('after')));
    await z.create('p');
    await z.work('w');
    z.equal(await z.resolve(), 1);
    await z.noJob('after');
  },
};
