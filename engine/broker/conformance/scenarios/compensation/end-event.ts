import { association, boundary, compensation, end, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'a compensation end event waits for the handlers, then ends',
  rule: 'The instance completes after them.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('c', 'a', compensation()),
        task('undo', undo),
        end('end', compensation()),
        flow('start > a > end'),
        association('c', 'undo'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    const job = await z.job('undo');
    await z.running(instance);
    await z.complete(job);
    await z.ended(instance);
  },
};
