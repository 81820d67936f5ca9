import { beside, end, flow, listener, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'boundary events wait only while the task itself is being done',
  rule: 'Neither during start listeners nor during end listeners.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a', listener('start', 's'), listener('end', 'e')),
        beside('b', 'a', message('m', '=k')),
        task('caught'),
        end(),
        flow('start > a > end'),
        flow('b > caught'),
      ),
    );
    const instance = await z.create('p', { k: z.name('k') });
    const first = await z.job('s');
    await z.publish('m', z.name('k'));
    await z.complete(first);
    await z.work('a');
    const last = await z.job('e');
    await z.publish('m', z.name('k'));
    await z.complete(last);
    await z.ended(instance);
    await z.noJob('caught');
  },
};
