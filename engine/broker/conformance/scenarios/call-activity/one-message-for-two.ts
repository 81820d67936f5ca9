import { call, flow, multi, parallel, process, receive, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message correlates to the caller and to one of its called instances',
  rule: 'At most once to each process; the oldest waiting instance of a process gets it.',
  async run(z) {
    await z.deploy(process('c', start(), receive('r', 'm', '="k$run"'), flow('start > r')));
    const nodes = [
      start(),
      parallel('g'),
      call('a', 'c', multi({ items: '=[1,2]' })),
      receive('own', 'm', '="k$run"'),
    ];
    await z.deploy(
      process(
        'p',
        ...nodes,
        task('heard'),
        task('after'),
        flow('start > g > a > after'),
        flow('g > own > heard'),
      ),
    );
    await z.create('p');
    await z.publish('m', z.name('k'), { ttl: 5_000 });
    await z.job('heard');
    await z.noJob('after');
    await z.publish('m', z.name('k'), { ttl: 5_000 });
    await z.job('after');
  },
};
