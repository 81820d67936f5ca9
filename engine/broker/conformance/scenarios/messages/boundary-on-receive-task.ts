import { boundary, flow, message, process, receive, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a receive task may have boundary events',
  rule: 'Whichever message comes first counts.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        receive('r', 'go', '=id'),
        boundary('b', 'r', message('stop', '=id')),
        task('went'),
        task('stopped'),
        flow('start > r > went'),
        flow('b > stopped'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.publish('stop', 'A', { ttl: 10_000 });
    await z.work('stopped');
    await z.publish('go', 'A');
    await z.noJob('went');
  },
};
