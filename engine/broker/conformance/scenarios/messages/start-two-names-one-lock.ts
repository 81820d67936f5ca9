import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the lock of a key counts for all message starts of a process',
  rule: 'A message of another name waits, too.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start('s1', message('one')),
        start('s2', message('two')),
        task('a'),
        task('b'),
        flow('s1 > a'),
        flow('s2 > b'),
      ),
    );
    await z.publish('one', 'K', { ttl: 30_000 });
    const first = await z.job('a');
    await z.publish('two', 'K', { ttl: 30_000 });
    await z.noJob('b');
    await z.complete(first);
    await z.work('b');
  },
};
