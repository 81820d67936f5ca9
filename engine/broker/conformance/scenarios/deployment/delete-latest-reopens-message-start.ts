import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'after deleting the latest version the previous one listens again',
  rule: 'Its message start event is opened again.',
  async run(z) {
    await z.deploy(process('p', start('start', message('begin')), task('old'), flow('start > old')));
    const { processDefinitionKey } = (
      await z.deploy(process('p', start('start', message('begin')), task('new'), flow('start > new')))
    ).deployments[0].process;
    await z.call('DeleteResource', { resourceKey: processDefinitionKey });
    await z.publish('begin', '');
    await z.job('old');
  },
};
