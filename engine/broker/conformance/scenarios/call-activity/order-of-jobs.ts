import { call, flow, job, line, manualTask, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title:
    'a called instance begins two steps after its call activity, and the caller goes on one step after its end',
  rule: 'Told by the order of jobs beside a row of manual tasks.',
  async run(z) {
    const chain = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
    const order = async (count: number, nodes: readonly string[], path: string) => {
      const row = chain(count);
      const flows = [flow(`g > ${[...row, 'b'].join(' > ')}`), flow(`start > g > ${path}`)];
      await z.deploy(
        process(
          'p',
          start(),
          parallel('g'),
          ...nodes,
          ...row.map((id) => manualTask(id)),
          task('b', job('t')),
          ...flows,
        ),
      );
      const instance = await z.create('p');
      const jobs = await z.jobs('t', 2);
      await z.cancel(instance);
      return jobs.map(({ elementId }) => elementId);
    };
    await z.deploy(line('c', task('inside', job('t'))), line('d', manualTask('m')));
    z.equal(await order(1, [call('a', 'c')], 'a'), ['b', 'inside']);
    z.equal(await order(2, [call('a', 'c')], 'a'), ['inside', 'b']);
    const through = [call('a', 'd'), task('x', job('t'))];
    z.equal(await order(4, through, 'a > x'), ['b', 'x']);
    z.equal(await order(5, through, 'a > x'), ['x', 'b']);
  },
};
