import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'caller and called instance are migrated each by itself',
  rule: 'The link between them stays; the call activity may get another id.',
  async run(z) {
    await z.deploy(line('c', task('work')), line('p', call('a', 'c'), task('after')));
    const instance = await z.create('p');
    const job = await z.job('work');
    const caller = await z.deploy(line('p', call('b', 'c'), task('other')));
    await z.migrate(instance, caller.deployments[0].process.processDefinitionKey, { a: 'b' });
    const called = await z.deploy(line('c', task('work'), task('more')));
    await z.migrate(job, called.deployments[0].process.processDefinitionKey, { work: 'work' });
    await z.complete(job);
    z.equal((await z.work('more')).processDefinitionVersion, 2);
    z.equal((await z.job('other')).processDefinitionVersion, 2);
  },
};
