import { flow, job, manualTask, multi, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sequential loop begins with its first inner instance one step after its body',
  rule: 'As a sub-process begins with its start event.',
  async run(z) {
    const order = async (...before: string[]) => {
      const each = multi({ sequential: true, items: '=[1,2]' });
      const chain = before.map((id) => manualTask(id));
      const flows = [flow(`g > ${[...before, 'b'].join(' > ')}`), flow('start > g > a')];
      await z.deploy(
        process(
          'p',
          start(),
          parallel('g'),
          task('a', job('t'), each),
          ...chain,
          task('b', job('t')),
          ...flows,
        ),
      );
      const instance = await z.create('p');
      const jobs = await z.jobs('t', 2);
      await z.cancel(instance);
      return jobs.map(({ elementId }) => elementId);
    };
    z.equal(await order(), ['b', 'a']);
    z.equal(await order('m'), ['a', 'b']);
  },
};
