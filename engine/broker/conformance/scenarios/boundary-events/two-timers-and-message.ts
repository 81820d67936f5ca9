import { boundary, duration, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'several boundary events of one task: the first to come counts',
  rule: 'Interrupting closes the others.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('t', 'work', duration('PT1S')),
        boundary('m', 'work', message('stop', '=id')),
        task('late'),
        task('stopped'),
        flow('start > work'),
        flow('t > late'),
        flow('m > stopped'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.publish('stop', 'A', { ttl: 5_000 });
    await z.job('stopped');
    await z.noJob('late', 1800);
  },
};
