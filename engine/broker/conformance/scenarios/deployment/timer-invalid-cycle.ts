import { cycle, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a static cycle is checked',
  rule: 'What does not begin with R is taken as cron.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start('start', cycle('abc')), task('a'), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Invalid timer cycle expression \(Cron expression contains 1 parts but we expect one of \[6\]\)/,
    );
  },
};
