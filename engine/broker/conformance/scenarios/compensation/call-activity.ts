import {
  association,
  boundary,
  call,
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
  title: 'a call activity is compensated by its own handler alone',
  rule: 'What completed in the called process is out of reach.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        call('c1', 'child'),
        boundary('c', 'c1', compensation()),
        task('undo', undo),
        throwing('t', compensation()),
        task('after'),
        end(),
        flow('start > c1 > t > after > end'),
        association('c', 'undo'),
      ),
      process(
        'child',
        start(),
        task('a'),
        boundary('c', 'a', compensation()),
        task('undoInside', undo),
        end(),
        flow('start > a > end'),
        association('c', 'undoInside'),
      ),
    );
    await z.create('p');
    await z.work('a');
    await z.work('undo');
    await z.work('after');
    await z.noJob('undoInside');
  },
};
