import { flow, process, signal, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a throw event without input mappings broadcasts no variables',
  rule: 'Those of the instance stay there.',
  async run(z) {
    await z.deploy(process('q', start('st', signal('s')), task('started'), flow('st > started')));
    await z.deploy(process('p', start(), throwing('t', signal('s')), flow('start > t')));
    await z.create('p', { n: 1 });
    z.equal((await z.job('started')).variables, {});
  },
};
