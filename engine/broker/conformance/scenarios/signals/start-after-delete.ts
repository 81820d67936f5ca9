import { flow, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'when the latest version is deleted the one before starts by signal again',
  rule: 'It listens for its own name.',
  async run(z) {
    await z.deploy(process('p', start('st', signal('old')), task('first'), flow('st > first')));
    const { deployments } = await z.deploy(
      process('p', start('st', signal('new')), task('first'), flow('st > first')),
    );
    await z.broadcast('old');
    await z.noJob('first');
    await z.call('DeleteResource', { resourceKey: deployments[0].process.processDefinitionKey });
    await z.broadcast('new');
    await z.noJob('first');
    await z.broadcast('old');
    z.equal((await z.work('first')).processDefinitionVersion, 1);
  },
};
