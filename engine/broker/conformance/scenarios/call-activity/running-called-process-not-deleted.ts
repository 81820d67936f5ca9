import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process whose instances are called cannot be deleted',
  rule: 'Once they have ended it can; a later call is an incident.',
  incidents: true,
  async run(z) {
    const deployed = await z.deploy(line('c', task('work')));
    const resourceKey = deployed.deployments[0].process.processDefinitionKey;
    await z.deploy(line('p', call('a', 'c')));
    const instance = await z.create('p');
    await z.job('work');
    await z.rejected(
      z.call('DeleteResource', { resourceKey }),
      'FAILED_PRECONDITION',
      'but there are still running instances',
    );
    await z.cancel(instance);
    await z.ended(instance);
    await z.call('DeleteResource', { resourceKey });
    await z.create('p');
    z.equal(await z.resolve(), 1);
  },
};
