import { end, flow, process, start, task, terminate } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a terminate end event ends everything in its scope',
  rule: 'Jobs of other branches are gone, the instance completes.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        task('b'),
        end('end', terminate),
        flow('start > a > end'),
        flow('start > b'),
      ),
    );
    const instance = await z.create('p');
    const other = await z.job('b');
    await z.work('a');
    await z.ended(instance);
    await z.rejected(z.complete(other), 'NOT_FOUND');
  },
};
