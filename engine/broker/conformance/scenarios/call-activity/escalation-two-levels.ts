import { beside, call, end, escalation, flow, line, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an escalation passes through a caller that does not catch it',
  rule: 'Catch-all boundary events catch it; everything goes on.',
  async run(z) {
    await z.deploy(process('d', start(), end('up', escalation('E')), flow('start > up')));
    await z.deploy(line('c', call('inner', 'd'), task('work')));
    await z.deploy(
      process(
        'p',
        start(),
        call('a', 'c'),
        beside('b', 'a', escalation()),
        task('handle'),
        flow('start > a'),
        flow('b > handle'),
      ),
    );
    await z.create('p');
    await z.work('handle');
    await z.work('work');
  },
};
