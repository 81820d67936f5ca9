import {
  association,
  boundary,
  compensation,
  end,
  flow,
  input,
  output,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'compensation events apply no mappings',
  rule: 'Neither the throw event nor the boundary event; the handler does.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('c', 'a', output('=1', 'fromBoundary'), compensation()),
        task('undo', undo, input('=5', 'local'), output('=r', 'result')),
        throwing('t', output('=2', 'fromThrow'), compensation()),
        task('after'),
        end(),
        flow('start > a > t > after > end'),
        association('c', 'undo'),
      ),
    );
    await z.create('p');
    await z.work('a');
    z.equal((await z.work('undo', { r: 3, other: 4 })).variables, { local: 5 });
    z.equal((await z.work('after')).variables, { result: 3 });
  },
};
