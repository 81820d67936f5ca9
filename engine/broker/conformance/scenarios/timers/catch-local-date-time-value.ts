import { catching, date, line } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a local date-time value is a date',
  rule: 'Unlike its text.',
  async run(z) {
    await z.deploy(line('p', catching('t', date('=date and time("2020-01-01T00:00:00")'))));
    z.equal(await z.result('p'), {});
  },
};
