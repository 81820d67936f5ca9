import { catching, duration, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a timer catch event waits for its duration',
  rule: 'Not shorter; the flow goes on when the time has come.',
  async run(z) {
    await z.deploy(line('p', catching('t', duration('PT1S')), task('after')));
    await z.create('p');
    const from = Date.now();
    await z.work('after');
    z.ok(Date.now() - from >= 900, 'it fired early');
  },
};
