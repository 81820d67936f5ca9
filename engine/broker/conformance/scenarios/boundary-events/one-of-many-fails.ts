import { boundary, duration, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'while one boundary event cannot be evaluated nothing is subscribed',
  rule: 'Resolving evaluates all of them anew.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('m', 'work', message('stop', '=id')),
        boundary('t', 'work', duration('=d')),
        task('stopped'),
        task('late'),
        flow('start > work'),
        flow('m > stopped'),
        flow('t > late'),
      ),
    );
    const instance = await z.create('p', { d: 'PT1H' });
    await z.noJob('work');
    await z.setVariables(instance, { d: 'nonsense' });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { d: 'PT1H', id: 'A' });
    z.equal(await z.resolve(), 1);
    await z.job('work');
    await z.publish('stop', 'A', { ttl: 5_000 });
    await z.job('stopped');
  },
};
