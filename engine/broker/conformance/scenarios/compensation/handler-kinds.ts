import {
  association,
  boundary,
  call,
  compensation,
  end,
  flow,
  job,
  line,
  multi,
  process,
  script,
  start,
  sub,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'sub-processes, call activities and multi-instance tasks may be handlers',
  rule: 'The throw event waits until they have completed.',
  async run(z) {
    const handled = (id: string, handler: string): string[] => [
      task(id),
      boundary(`on_${id}`, id, compensation()),
      handler,
      association(`on_${id}`, `undo_${id}`),
    ];
    const parts = [
      ...handled('a', sub('undo_a', undo, start('s'), task('inSub'), end('e'), flow('s > inSub > e'))),
      ...handled('b', call('undo_b', 'child', undo)),
      ...handled('c', task('undo_c', undo, job('loop'), multi({ items: '=[1,2]' }))),
      ...handled('d', script('undo_d', '=n + 1', 'm', undo)),
    ];
    const links = parts.filter((part) => part.startsWith('<bpmn:association'));
    await z.deploy(
      process(
        'p',
        start(),
        ...parts.filter((part) => !links.includes(part)),
        throwing('t', compensation()),
        task('after'),
        end(),
        flow('start > a > b > c > d > t > after > end'),
        ...links,
      ),
      line('child', task('inChild')),
    );
    await z.create('p', { n: 1 });
    for (const id of ['a', 'b', 'c', 'd']) await z.work(id);
    await z.work('inSub');
    await z.work('inChild');
    await z.noJob('after');
    for (const job of await z.jobs('loop', 2)) await z.complete(job);
    z.equal((await z.work('after')).variables, { n: 1, m: 2 });
  },
};
