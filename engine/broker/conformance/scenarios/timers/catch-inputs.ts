import { catching, duration, flow, input, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'input mappings of a timer catch event come before its duration',
  rule: 'They stay local.',
  async run(z) {
    const c = catching('c', duration('=wait'), input('="PT0.1S"', 'wait'), output('=wait', 'waited'));
    await z.deploy(process('p', start(), c, task('after'), flow('start > c > after')));
    await z.create('p', { wait: 'PT1H' });
    z.equal((await z.job('after')).variables, { wait: 'PT1H', waited: 'PT0.1S' });
  },
};
