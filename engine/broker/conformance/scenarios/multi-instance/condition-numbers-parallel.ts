import { line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the completion condition of a parallel loop counts all, active, completed and terminated instances',
  rule: 'It is evaluated when an inner instance has completed, which counts as completed; true ends the others and the loop.',
  async run(z) {
    const until =
      '=n = [numberOfInstances,numberOfActiveInstances,numberOfCompletedInstances,numberOfTerminatedInstances]';
    const each = multi({
      items: '=[1,2,3,4]',
      item: 'x',
      results: 'res',
      result: '=[numberOfInstances,x]',
      until,
    });
    await z.deploy(line('p', task('w', each), task('after')));
    await z.create('p');
    const jobs = (await z.jobs('w', 4)) as [Job, Job, Job, Job];
    await z.complete(jobs[3], { n: [4, 4, 0, 0] });
    await z.noJob('after');
    await z.complete(jobs[1], { n: [4, 2, 2, 0] });
    const { variables } = await z.job('after');
    z.equal(variables, { n: [4, 2, 2, 0], res: [null, [null, 2], null, [null, 4]] });
    await z.rejected(z.complete(jobs[0]), 'NOT_FOUND');
  },
};
