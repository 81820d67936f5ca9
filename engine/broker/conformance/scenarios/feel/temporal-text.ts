import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'temporal values are stored as text',
  rule: 'In the form of the platform, where durations lose their days.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[date("2024-02-29"), time("10:00:00"), date and time("2024-01-02T03:04:00"), duration("P1D"), duration("P1DT12H"), duration("P14M"), date("2024-01-31") + duration("P1M")]',
          'r',
        ),
      ),
    );
    z.equal((await z.result('p')).r, [
      '2024-02-29',
      '10:00',
      '2024-01-02T03:04',
      'PT24H',
      'PT36H',
      'P1Y2M',
      '2024-02-29',
    ]);
  },
};
