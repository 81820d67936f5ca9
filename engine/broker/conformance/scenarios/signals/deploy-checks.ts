import {
  beside,
  boundary,
  catching,
  end,
  eventSub,
  flow,
  process,
  signal,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'what is wrong with signal events is said at deployment',
  rule: 'A reference, a name, and different names in one place.',
  async run(z) {
    const missing = process(
      'p',
      start(),
      catching('c', '<bpmn:signalEventDefinition />'),
      end(),
      flow('start > c > end'),
    );
    await z.rejected(z.deploy(missing), 'INVALID_ARGUMENT', /Must reference a signal/);
    const nameless = process('p', start(), throwing('t', signal('')), end(), flow('start > t > end'));
    await z.rejected(z.deploy(nameless), 'INVALID_ARGUMENT', /Name must be present and not empty/);
    const same = /Multiple signal event definitions with the same name 's' are not allowed\./;
    const starts = process(
      'p',
      start('a', signal('s')),
      start('b', signal('s')),
      end(),
      flow('a > end'),
      flow('b > end'),
    );
    await z.rejected(z.deploy(starts), 'INVALID_ARGUMENT', same);
    const host = process(
      'p',
      start(),
      task('w'),
      boundary('a', 'w', signal('s')),
      beside('b', 'w', signal('s')),
      end(),
      flow('start > w'),
      flow('a > end'),
      flow('b > end'),
    );
    await z.rejected(z.deploy(host), 'INVALID_ARGUMENT', same);
    const es = (id: string) => eventSub(id, start(`st${id}`, signal('s')));
    await z.rejected(z.deploy(process('p', start(), es('a'), es('b'))), 'INVALID_ARGUMENT', same);
  },
};
