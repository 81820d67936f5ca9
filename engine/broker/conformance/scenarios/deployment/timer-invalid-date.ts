import { catching, date, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a static date is checked',
  rule: 'It needs an offset.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), catching('a', date('2020-01-01T00:00:00')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Invalid timer date expression \(Invalid date-time format '2020-01-01T00:00:00' for expression '2020-01-01T00:00:00'\.\)/,
    );
  },
};
