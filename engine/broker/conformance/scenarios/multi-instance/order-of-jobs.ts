import { flow, job, manualTask, multi, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'inner instances of a parallel loop begin one step later than the element beside them',
  rule: 'The body begins, then all inner instances in the order of the items.',
  async run(z) {
    const order = async (...before: string[]) => {
      const each = multi({ items: '=[1,2]' });
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
      const jobs = await z.jobs('t', 3);
      await z.cancel(instance);
      return jobs.map(({ elementId, variables }) => elementId + (variables.loopCounter ?? ''));
    };
    z.equal(await order(), ['b', 'a1', 'a2']);
    z.equal(await order('m'), ['a1', 'a2', 'b']);
  },
};
