import {
  association,
  boundary,
  compensation,
  end,
  flow,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'cancelling an instance ends its compensation handlers',
  rule: 'Their jobs are gone.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('c', 'a', compensation()),
        task('undo', undo),
        throwing('t', compensation()),
        end(),
        flow('start > a > t > end'),
        association('c', 'undo'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    const job = await z.job('undo');
    await z.cancel(instance);
    await z.ended(instance);
    await z.rejected(z.complete(job), 'NOT_FOUND');
  },
};
