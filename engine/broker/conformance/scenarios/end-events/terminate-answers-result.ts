import { end, flow, manualTask, process, start, task, terminate } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance that a terminate end event completes has a result',
  rule: 'It is completed, not terminated.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('hang'),
        manualTask('m'),
        end('end', terminate),
        flow('start > hang'),
        flow('start > m > end'),
      ),
    );
    z.equal(await z.result('p', { a: 1 }), { a: 1 });
  },
};
