import { catching, date, line } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a date in the past fires at once',
  rule: 'A text with an offset, or Z, is a date-time.',
  async run(z) {
    await z.deploy(line('p', catching('a', date('2020-01-01T00:00:00Z')), catching('b', date('=d'))));
    z.equal(await z.result('p', { d: '2020-01-01T00:00+07:00' }), { d: '2020-01-01T00:00+07:00' });
  },
};
