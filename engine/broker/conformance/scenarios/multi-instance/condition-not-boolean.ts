import { line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a completion condition that is no boolean raises an incident on the inner instance',
  rule: 'The job is gone; resolving evaluates again.',
  incidents: true,
  async run(z) {
    await z.deploy(
      line('p', task('w', multi({ items: '=[1,2]', item: 'x', until: '=done' })), task('after')),
    );
    const instance = await z.create('p');
    const [first, second] = (await z.jobs('w', 2)) as [Job, Job];
    await z.complete(first);
    z.equal(await z.resolve(), 1);
    await z.rejected(z.complete(first), 'NOT_FOUND');
    await z.setVariables(instance, { done: true });
    z.equal(await z.resolve(), 1);
    await z.job('after');
    await z.rejected(z.complete(second), 'NOT_FOUND');
  },
};
