import { duration, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process with a timer start event starts by itself',
  rule: 'A duration start fires once after the deployment.',
  async run(z) {
    await z.deploy(process('p', start('start', duration('PT1S')), task('work'), flow('start > work')));
    await z.job('work');
    await z.noJob('work', 1200);
  },
};
