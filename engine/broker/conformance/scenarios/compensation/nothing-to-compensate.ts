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
  title: 'with nothing to compensate the throw event goes on',
  rule: 'What has not completed is not compensated.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        throwing('t', compensation()),
        task('a'),
        boundary('c', 'a', compensation()),
        task('undo', undo),
        end(),
        flow('start > t > a > end'),
        association('c', 'undo'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    await z.ended(instance);
    await z.noJob('undo');
  },
};
