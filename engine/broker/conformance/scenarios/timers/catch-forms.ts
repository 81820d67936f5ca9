import { catching, duration, line } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'all forms of a duration are understood',
  rule: 'Weeks, mixed periods, lower case and blanks around.',
  async run(z) {
    const past = ['P-1Y', 'P-1W', 'p-1d', ' PT-1S ', 'P1Y2M3DT4H', 'P-1Y-2M-3DT-4H'].filter((text) =>
      text.includes('-'),
    );
    await z.deploy(line('p', ...past.map((text, index) => catching(`t${index}`, duration(text)))));
    z.equal(await z.result('p'), {});
  },
};
