import { boundary, duration, flow, message, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a task that stops in its output mapping is interrupted no more',
  rule: 'Messages are refused, timers pass by; the task completes when the mapping is mended.',
  incidents: true,
  async run(z) {
    const nodes = [
      start(),
      task('work', output('=assert(a, a != null)', 'b')),
      boundary('m', 'work', message('stop', '=id')),
      boundary('t', 'work', duration('PT1S')),
    ];
    await z.deploy(
      process(
        'p',
        ...nodes,
        task('stopped'),
        task('late'),
        task('next'),
        flow('start > work > next'),
        flow('m > stopped'),
        flow('t > late'),
      ),
    );
    const instance = await z.create('p', { id: 'A' });
    await z.work('work');
    z.equal(await z.resolve(), 1);
    await z.publish('stop', 'A', { ttl: 2_000 });
    await z.noJob('stopped');
    await z.noJob('late', 1500);
    await z.setVariables(instance, { a: 1 });
    z.equal(await z.resolve(), 1);
    await z.job('next');
  },
};
