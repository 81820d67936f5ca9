import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'dates and durations are texts',
  rule: 'In the forms of variables: a days-time duration has no days.',
  async run(z) {
    const texts = [
      'date("2024-02-29")',
      'duration("P1DT12H")',
      'duration("P14M")',
      'date and time("2024-01-02T03:04:00")',
    ];
    await z.deploy(dmn('drg', decision('d', literal(`[${texts.join(', ')}]`))));
    z.equal((await z.evaluate('d')).decisionOutput, '["2024-02-29","PT36H","P1Y2M","2024-01-02T03:04"]');
  },
};
