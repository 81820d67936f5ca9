import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'zones stay',
  rule: 'With an offset or a name.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[date and time("2024-01-02T03:04:05+07:00"), date and time("2024-01-02T03:04:05@Asia/Ho_Chi_Minh"), time("10:00:00+07:00")]',
          'r',
        ),
      ),
    );
    z.equal((await z.result('p')).r, [
      '2024-01-02T03:04:05+07:00',
      '2024-01-02T03:04:05+07:00[Asia/Ho_Chi_Minh]',
      '10:00:00+07:00',
    ]);
  },
};
